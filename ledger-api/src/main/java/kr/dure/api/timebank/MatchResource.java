package kr.dure.api.timebank;

import kr.dure.api.access.Caller;
import kr.dure.api.contract.Answers;
import kr.dure.api.contract.Refuses;
import kr.dure.api.http.AnswerBook;
import kr.dure.api.http.DryRun;
import kr.dure.api.http.Page;
import kr.dure.api.http.Problem;
import kr.dure.api.http.Replies;
import kr.dure.api.http.Write;
import kr.dure.api.timebank.Match.State;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.WalletId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Members answer each other, help, and confirm it. */
@RestController
@RequestMapping("/api/v1/time-bank")
public final class MatchResource {
    private static final String PATH = "/api/v1/time-bank/matches/";

    private final Board board;
    private final AnswerBook answers;
    private final Confirmation confirmation;

    public MatchResource(Board board, AnswerBook answers, Confirmation confirmation) {
        this.board = board;
        this.answers = answers;
        this.confirmation = confirmation;
    }

    /** @param wallet the caller's own */
    public record NewMatch(WalletId wallet) {}

    @Refuses({"not-allowed", "not-found", "same-wallet", "listing-closed"})
    @PostMapping("/listings/{listing}/matches")
    ResponseEntity<Match> match(@PathVariable OperationId listing, @RequestBody NewMatch order, Write write) {
        write.caller().mustOwn(order.wallet());
        return answers.once(write, Match.class, () -> {
            var wanted = board.listing(listing).orElseThrow(() -> Problem.of("not-found"));
            if (wanted.wallet().equals(order.wallet().value())) {
                throw Problem.of("same-wallet");
            }
            var match = board.match(write.operation(), wanted, order.wallet())
                    .orElseThrow(() -> Problem.of("listing-closed"));
            return Replies.created(PATH + match.match(), match);
        });
    }

    /** A wallet's own, the newest first. */
    @Refuses("not-allowed")
    @GetMapping("/matches")
    Page<Match> matches(@RequestParam WalletId wallet, @RequestParam(defaultValue = "") String cursor, Caller caller) {
        caller.mustOwn(wallet);
        return Page.after(board.of(wallet, cursor), match -> match, Match::match);
    }

    @Refuses("not-found")
    @GetMapping("/matches/{match}")
    Match match(@PathVariable OperationId match, Caller caller) {
        return own(match, caller);
    }

    /** Who helped says so. */
    @Refuses({"not-found", "not-allowed", "match-not-ready"})
    @Answers(status = 200)
    @PostMapping("/matches/{match}/done")
    ResponseEntity<Match> done(@PathVariable OperationId match, Write write) {
        write.caller().mustOwn(new WalletId(own(match, write.caller()).provider()));
        return changed(match, State.MATCHED, State.DONE, write);
    }

    /** Either of both does not go on with it, as long as nothing was done. */
    @Refuses({"not-found", "match-not-ready"})
    @Answers(status = 200)
    @PostMapping("/matches/{match}/withdrawal")
    ResponseEntity<Match> withdraw(@PathVariable OperationId match, Write write) {
        own(match, write.caller());
        return changed(match, State.MATCHED, State.WITHDRAWN, write);
    }

    private ResponseEntity<Match> changed(OperationId match, State from, State to, Write write) {
        return answers.once(write, Match.class, () -> {
            if (!board.change(match.value(), from, to)) {
                throw Problem.of("match-not-ready");
            }
            return ResponseEntity.ok(own(match, write.caller()));
        });
    }

    /** Who was helped says that it was so, and the minutes move. */
    @DryRun
    @Refuses({
        "not-found",
        "not-allowed",
        "match-not-ready",
        "not-a-member",
        "same-wallet",
        "wallet-frozen",
        "excluded-activity",
        "overdraft-limit"
    })
    @PostMapping("/matches/{match}/confirmation")
    ResponseEntity<HelpReceipt> confirm(@PathVariable OperationId match, Write write) {
        var own = own(match, write.caller());
        write.caller().mustOwn(new WalletId(own.requester()));
        var help = confirmation.of(own, write);
        return Replies.created(help, "/api/v1/time-bank/help/" + help.fact().help(), HelpReceipt.of(help));
    }

    private Match own(OperationId match, Caller caller) {
        return board.find(match).filter(found -> found.isOf(caller)).orElseThrow(() -> Problem.of("not-found"));
    }
}
