package kr.dure.ops.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kr.dure.core.Commands;
import kr.dure.core.eventlog.Operation;
import kr.dure.core.id.OperationId;
import kr.dure.core.ledger.Command;
import kr.dure.ops.link.CommandCodec.NotUnderstood;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** Every command that there is goes over a link and comes out the same. */
class CommandCodecTest {
    private static final CommandCodec CODEC = new CommandCodec(Commands.families());

    /** Nodes of two versions may speak with each other: none of these names ever changes. */
    private static final List<String> NAMES = List.of(
            "cleanhouse.BuyBags",
            "cleanhouse.ConvertPoints",
            "cleanhouse.Weigh",
            "fund.Donate",
            "fund.SpendFund",
            "funding.CancelOrder",
            "funding.RequestCharge",
            "funding.ReverseDeposit",
            "funding.TakeDeposit",
            "merchant.RegisterMerchant",
            "merchant.ReinstateMerchant",
            "merchant.SuspendMerchant",
            "participation.PayOut",
            "policy.Grant",
            "policy.GrantToMany",
            "programme.OpenProgramme",
            "reversal.ForbidOperation",
            "rulebook.AdoptVersion",
            "settlement.AnswerBatch",
            "settlement.EndDay",
            "timebank.DonateMinutes",
            "timebank.Help",
            "timebank.JoinTimeBank",
            "wallet.CancelCharge",
            "wallet.CaptureHold",
            "wallet.Charge",
            "wallet.ExpirePots",
            "wallet.FreezeWallet",
            "wallet.OpenWallet",
            "wallet.PayMerchant",
            "wallet.PlaceHold",
            "wallet.RefundBalance",
            "wallet.RefundPayment",
            "wallet.SendGift",
            "wallet.UnfreezeWallet",
            "wallet.VoidHold");

    /** All on the class path, whether their families are listed or not. */
    static Stream<Class<?>> commands() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("kr.dure").stream()
                        .filter(type -> type.isRecord() && type.isAssignableTo(Command.class))
                        .map(type -> (Class<?>) type.reflect());
    }

    @Test
    void theNamesArePinned() {
        assertThat(CODEC.names()).containsExactlyElementsOf(NAMES);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aCommandComesOutTheSame(Class<?> type) throws Exception {
        for (boolean whole : new boolean[] {true, false}) {
            var command = (Command) sample(type, whole);
            assertThat(CODEC.read(CommandCodec.name(type), CODEC.write(command)))
                    .isEqualTo(command);

            var operation = new Operation(new OperationId("O-1"), new byte[] {1, -1}, whole ? at() : null, command);
            var request = Request.read(Request.of(7, whole, operation, CODEC).bytes());
            assertThat(request.number()).isEqualTo(7);
            assertThat(request.forwarded()).isEqualTo(whole);
            assertThat(request.operation(CODEC))
                    .usingRecursiveComparison()
                    .ignoringFields("command")
                    .isEqualTo(operation);
            assertThat(request.operation(CODEC).command()).isEqualTo(command);
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aFieldTooManyOrTooFewIsNotUnderstood(Class<?> type) throws Exception {
        var content = CODEC.write((Command) sample(type, true)).asObject();
        for (String field : content.propertyNames().toArray(String[]::new)) {
            var lacking = content.deepCopy();
            lacking.remove(field);
            notUnderstood(type, lacking);
        }
        notUnderstood(type, content.deepCopy().put("more", 1));
    }

    @Test
    void aFieldThatMustNotBeNullIsNotUnderstood() throws Exception {
        var type = kr.dure.core.wallet.WalletCommand.Charge.class;
        notUnderstood(type, CODEC.write((Command) sample(type, true)).asObject().putNull("wallet"));
    }

    @Test
    void aCommandOfAnotherVersionIsNotUnderstood() {
        assertThatExceptionOfType(NotUnderstood.class)
                .isThrownBy(() -> CODEC.read("wallet.Fly", CommandCodec.MAPPER.createObjectNode()));
    }

    private static void notUnderstood(Class<?> type, tools.jackson.databind.JsonNode content) {
        assertThatExceptionOfType(NotUnderstood.class)
                .as(content.toString())
                .isThrownBy(() -> CODEC.read(CommandCodec.name(type), content));
    }

    // ------------------------------------------------------------------------------------------ samples

    private static Instant at() {
        return Instant.parse("2026-10-01T00:00:00.123456789Z");
    }

    /** @param whole whether what may be null is something */
    private static Object sample(Class<?> type, boolean whole) throws ReflectiveOperationException {
        var components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = mayLack(components[i]) && !whole ? null : value(components[i].getGenericType(), whole);
        }
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(values);
    }

    private static boolean mayLack(RecordComponent component) {
        AnnotatedType type = component.getAnnotatedType();
        return type.isAnnotationPresent(Nullable.class);
    }

    private static Object value(Type type, boolean whole) throws ReflectiveOperationException {
        return switch (type) {
            case ParameterizedType generic
            when generic.getRawType() == List.class ->
                List.of(
                        value(generic.getActualTypeArguments()[0], whole),
                        value(generic.getActualTypeArguments()[0], !whole));
            case ParameterizedType generic
            when generic.getRawType() == Set.class -> Set.of(value(generic.getActualTypeArguments()[0], whole));
            case ParameterizedType generic
            when generic.getRawType() == Map.class ->
                Map.of(
                        value(generic.getActualTypeArguments()[0], whole),
                        value(generic.getActualTypeArguments()[1], whole));
            case Class<?> plain when plain == String.class -> whole ? "느티나무 \"동\"\u2028" : "x";
            case Class<?> plain when plain == LocalDate.class -> LocalDate.of(1961, 5, 16);
            case Class<?> plain when plain == long.class || plain == Long.class -> whole ? Long.MAX_VALUE : 0L;
            case Class<?> plain when plain == int.class -> 20;
            case Class<?> plain when plain == boolean.class -> whole;
            case Class<?> plain
            when plain == ObjectNode.class ->
                CommandCodec.MAPPER.createObjectNode().put("holdMinutes", 20).putNull("cashback");
            case Class<?> plain when plain.isEnum() -> plain.getEnumConstants()[whole ? 0 : 1];
            case Class<?> plain when plain.isRecord() -> sample(plain, whole);
            default -> throw new IllegalArgumentException("no sample of " + type);
        };
    }
}
