package kr.dure.api.timebank;

import kr.dure.api.access.Caller;
import kr.dure.api.access.Role;
import kr.dure.api.contract.Answers;
import kr.dure.api.contract.Refuses;
import kr.dure.api.http.AnswerBook;
import kr.dure.api.http.Count;
import kr.dure.api.http.Name;
import kr.dure.api.http.Page;
import kr.dure.api.http.Problem;
import kr.dure.api.http.Replies;
import kr.dure.api.http.Write;
import kr.dure.api.timebank.Listing.Kind;
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

/** Members offer help and ask for it. */
@RestController
@RequestMapping(BoardResource.PATH)
public final class BoardResource {
    static final String PATH = "/api/v1/time-bank/listings";

    private final Board board;
    private final AnswerBook answers;

    public BoardResource(Board board, AnswerBook answers) {
        this.board = board;
        this.answers = answers;
    }

    /**
     * Help that is offered or asked for.
     *
     * @param wallet the caller's own
     * @param minutes how long it takes
     */
    public record NewListing(WalletId wallet, Kind kind, Name activity, Count minutes) {}

    @Refuses("not-allowed")
    @PostMapping
    ResponseEntity<Listing> post(@RequestBody NewListing order, Write write) {
        write.caller().mustOwn(order.wallet());
        return answers.once(write, Listing.class, () -> {
            var posted = board.post(
                    write.operation(),
                    order.wallet(),
                    order.kind(),
                    order.activity().value(),
                    order.minutes().value());
            return Replies.created(PATH + "/" + posted.listing(), posted);
        });
    }

    /** What is open, the oldest first. */
    @GetMapping
    Page<Listing> open(@RequestParam Kind kind, @RequestParam(defaultValue = "") String cursor, Caller caller) {
        return Page.after(board.open(kind, cursor), listing -> listing, Listing::listing);
    }

    @Refuses("not-found")
    @GetMapping("/{listing}")
    Listing listing(@PathVariable OperationId listing, Caller caller) {
        return find(listing);
    }

    /** It is taken off the board; a match that it has led to stays. */
    @Refuses({"not-found", "not-allowed"})
    @Answers(status = 200)
    @PostMapping("/{listing}/removal")
    ResponseEntity<Listing> remove(@PathVariable OperationId listing, Write write) {
        var owner = new WalletId(find(listing).wallet());
        if (!write.caller().is(Role.OPERATOR)) {
            write.caller().mustOwn(owner);
        }
        return answers.once(write, Listing.class, () -> {
            board.close(listing);
            return ResponseEntity.ok(find(listing));
        });
    }

    private Listing find(OperationId listing) {
        return board.listing(listing).orElseThrow(() -> Problem.of("not-found"));
    }
}
