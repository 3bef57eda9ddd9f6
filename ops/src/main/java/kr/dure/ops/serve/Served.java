package kr.dure.ops.serve;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import kr.dure.api.http.RateLimits;
import kr.dure.api.pos.QrText;
import kr.dure.api.projection.Projector;
import kr.dure.core.eventlog.Desk;
import kr.dure.core.eventlog.EventCodec;
import kr.dure.core.genesis.LedgerKind;
import kr.dure.core.vault.KeyedHash;
import kr.dure.ops.metrics.Vitals;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * What the interface over HTTP is given.
 *
 * @param kind whether it is a simulation
 * @param desk where operations are handed in
 * @param reading as the role that runs
 * @param views the projections of money
 * @param clock by which holds lapse in what is shown
 * @param tokens which tokens are good
 * @param signIn what gives tokens here; none if they come from elsewhere
 * @param qr what signs the QR codes of shops
 * @param limits how often each caller may ask
 * @param vitals how the ledger stands
 * @param metrics what is counted
 */
public record Served(
        LedgerKind kind,
        Desk desk,
        EventCodec codec,
        KeyedHash hash,
        DataSource reading,
        Projector views,
        Clock clock,
        JwtDecoder tokens,
        @Nullable SignIn signIn,
        QrText qr,
        RateLimits limits,
        Vitals vitals,
        PrometheusMeterRegistry metrics) {

    void each(BiConsumer<String, Object> bean) {
        bean.accept("kind", kind);
        bean.accept("desk", desk);
        bean.accept("codec", codec);
        bean.accept("hash", hash);
        bean.accept("reading", reading);
        bean.accept("views", views);
        bean.accept("clock", clock);
        bean.accept("tokens", tokens);
        bean.accept("qr", qr);
        bean.accept("limits", limits);
        bean.accept("vitals", vitals);
        bean.accept("metrics", metrics);
        bean.accept("prometheus", metrics.getPrometheusRegistry());
        if (signIn != null) {
            bean.accept("signIn", signIn);
        }
    }
}
