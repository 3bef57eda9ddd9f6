package kr.dure.api;

import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import kr.dure.api.approval.Approvals;
import kr.dure.api.approval.Attempts;
import kr.dure.api.approval.Kind;
import kr.dure.api.approval.Kinds;
import kr.dure.api.approval.ProposalResource;
import kr.dure.api.approval.Proposals;
import kr.dure.api.cleanhouse.DeviceResource;
import kr.dure.api.cleanhouse.Devices;
import kr.dure.api.cleanhouse.PointResource;
import kr.dure.api.cleanhouse.WeighingResource;
import kr.dure.api.cleanhouse.Weighings;
import kr.dure.api.client.ClientResource;
import kr.dure.api.client.Clients;
import kr.dure.api.fund.DisbursementResource;
import kr.dure.api.fund.Disbursements;
import kr.dure.api.fund.DonationResource;
import kr.dure.api.fund.FundResource;
import kr.dure.api.funding.ChargeFacts;
import kr.dure.api.funding.ChargeResource;
import kr.dure.api.funding.DepositResource;
import kr.dure.api.funding.OrderQuery;
import kr.dure.api.funding.PayoutOrderResource;
import kr.dure.api.http.AnswerBook;
import kr.dure.api.http.Counter;
import kr.dure.api.http.HttpSetup;
import kr.dure.api.http.Lookup;
import kr.dure.api.http.ProblemResource;
import kr.dure.api.live.LiveSetup;
import kr.dure.api.log.Facts;
import kr.dure.api.log.LogSlice;
import kr.dure.api.merchant.ApplicationResource;
import kr.dure.api.merchant.MerchantApplications;
import kr.dure.api.merchant.MerchantDesk;
import kr.dure.api.merchant.MerchantResource;
import kr.dure.api.openapi.OpenApiResource;
import kr.dure.api.participation.Earnings;
import kr.dure.api.participation.PayoutBatches;
import kr.dure.api.participation.PayoutCheck;
import kr.dure.api.participation.PayoutResource;
import kr.dure.api.policy.GrantBatches;
import kr.dure.api.policy.GrantResource;
import kr.dure.api.pos.PaymentCodeResource;
import kr.dure.api.pos.PaymentCodes;
import kr.dure.api.pos.QrResource;
import kr.dure.api.pos.ReversalResource;
import kr.dure.api.pos.TillResource;
import kr.dure.api.programme.BatchCheck;
import kr.dure.api.programme.BatchDesk;
import kr.dure.api.programme.ProgrammeQueries;
import kr.dure.api.programme.ProgrammeResource;
import kr.dure.api.rulebook.RuleBookResource;
import kr.dure.api.rulebook.RuleBookVersions;
import kr.dure.api.settlement.BatchQuery;
import kr.dure.api.settlement.BatchResource;
import kr.dure.api.timebank.Board;
import kr.dure.api.timebank.BoardResource;
import kr.dure.api.timebank.Confirmation;
import kr.dure.api.timebank.MatchResource;
import kr.dure.api.timebank.MinuteResource;
import kr.dure.api.wallet.BalanceRefundResource;
import kr.dure.api.wallet.ExpiryDesk;
import kr.dure.api.wallet.GiftResource;
import kr.dure.api.wallet.PaymentResource;
import kr.dure.api.wallet.StatementQuery;
import kr.dure.api.wallet.WalletDesk;
import kr.dure.api.wallet.WalletQueries;
import kr.dure.api.wallet.WalletResource;
import kr.dure.api.webhook.WebhookSetup;
import kr.dure.core.eventlog.Desk;
import kr.dure.core.eventlog.EventCodec;
import kr.dure.core.vault.KeyedHash;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** The interface over HTTP: all its resources, by name. Whoever assembles it brings the ledger. */
@Configuration(proxyBeanMethods = false)
@Import({
    HttpSetup.class,
    WalletResource.class,
    ChargeResource.class,
    DepositResource.class,
    PayoutOrderResource.class,
    BalanceRefundResource.class,
    PaymentResource.class,
    GiftResource.class,
    DonationResource.class,
    PointResource.class,
    PaymentCodeResource.class,
    TillResource.class,
    ReversalResource.class,
    QrResource.class,
    ClientResource.class,
    WalletDesk.class,
    ExpiryDesk.class,
    BatchResource.class,
    MerchantDesk.class,
    MerchantResource.class,
    ApplicationResource.class,
    MerchantApplications.class,
    BoardResource.class,
    MatchResource.class,
    MinuteResource.class,
    LiveSetup.class,
    WebhookSetup.class,
    ProposalResource.class,
    ProgrammeResource.class,
    PayoutResource.class,
    PayoutBatches.class,
    GrantResource.class,
    GrantBatches.class,
    FundResource.class,
    DeviceResource.class,
    WeighingResource.class,
    RuleBookResource.class,
    RuleBookVersions.class,
    DisbursementResource.class,
    Disbursements.class,
    ProblemResource.class,
    OpenApiResource.class
})
public class LedgerApi {
    @Bean
    Counter counter(Desk desk) {
        return new Counter(desk);
    }

    @Bean
    TransactionOperations transactions(DataSource reading) {
        return new TransactionTemplate(new DataSourceTransactionManager(reading));
    }

    @Bean
    AnswerBook answerBook(DataSource reading, TransactionOperations transactions, Clock clock) {
        return new AnswerBook(reading, transactions, clock);
    }

    @Bean
    Facts facts(DataSource reading, EventCodec codec) {
        return new Facts(reading, codec);
    }

    @Bean
    LogSlice logSlice(DataSource reading, EventCodec codec) {
        return new LogSlice(reading, codec);
    }

    @Bean
    Lookup lookup(Facts facts) {
        return new Lookup(facts);
    }

    @Bean
    ChargeFacts chargeFacts(Facts facts, Clock clock) {
        return new ChargeFacts(facts, clock);
    }

    @Bean
    OrderQuery orderQuery(DataSource reading, LogSlice log) {
        return new OrderQuery(reading, log);
    }

    @Bean
    BatchQuery batchQuery(DataSource reading) {
        return new BatchQuery(reading);
    }

    @Bean
    PaymentCodes paymentCodes(DataSource reading, KeyedHash hash, Clock clock) {
        return new PaymentCodes(reading, hash, clock);
    }

    @Bean
    Board board(DataSource reading, Clock clock) {
        return new Board(reading, clock);
    }

    @Bean
    Proposals proposals(DataSource reading, Clock clock) {
        return new Proposals(reading, clock);
    }

    @Bean
    Approvals approvals(
            DataSource reading,
            Clock clock,
            TransactionOperations transactions,
            Proposals proposals,
            List<Kind<?>> kinds,
            Counter counter,
            Facts facts,
            KeyedHash hash) {
        var attempts = new Attempts(reading, clock);
        return new Approvals(proposals, attempts, transactions, new Kinds(kinds), counter, facts, hash);
    }

    @Bean
    Confirmation confirmation(Board board, Counter counter, Facts facts) {
        return new Confirmation(board, counter, facts);
    }

    @Bean
    ProgrammeQueries programmeQueries(DataSource reading, Facts facts) {
        return new ProgrammeQueries(reading, facts);
    }

    @Bean
    BatchCheck batchCheck(ProgrammeQueries programmes, Facts facts, Clock clock) {
        return new BatchCheck(programmes, facts, clock);
    }

    @Bean
    BatchDesk batchDesk(Proposals proposals, Approvals approvals) {
        return new BatchDesk(proposals, approvals);
    }

    @Bean
    PayoutCheck payoutCheck(BatchCheck batches, Facts facts, Clock clock) {
        return new PayoutCheck(batches, new Earnings(facts), clock);
    }

    @Bean
    Devices devices(DataSource reading, Clock clock) {
        return new Devices(reading, clock);
    }

    @Bean
    Weighings weighings(DataSource reading, Clock clock) {
        return new Weighings(reading, clock);
    }

    @Bean
    Clients clients(DataSource reading, KeyedHash hash, Clock clock) {
        return new Clients(reading, hash, clock);
    }

    @Bean
    WalletQueries walletQueries(DataSource reading, Clock clock) {
        return new WalletQueries(reading, clock);
    }

    @Bean
    StatementQuery statementQuery(DataSource reading, EventCodec codec) {
        return new StatementQuery(reading, codec);
    }
}
