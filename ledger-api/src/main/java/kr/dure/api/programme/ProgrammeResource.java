package kr.dure.api.programme;

import java.time.OffsetDateTime;
import java.util.List;
import kr.dure.api.access.Caller;
import kr.dure.api.access.Role;
import kr.dure.api.contract.Refuses;
import kr.dure.api.http.Counter;
import kr.dure.api.http.Problem;
import kr.dure.api.http.Replies;
import kr.dure.api.http.Times;
import kr.dure.api.http.Write;
import kr.dure.core.id.ProgrammeId;
import kr.dure.core.programme.ProgrammeCommand.OpenProgramme;
import kr.dure.core.programme.ProgrammeEvent.ProgrammeOpened;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Officers open programmes; whoever is known here sees what they pay, and what is left. */
@RestController
@RequestMapping(ProgrammeResource.PATH)
public final class ProgrammeResource {
    public static final String PATH = "/api/v1/programmes";

    private final Counter counter;
    private final ProgrammeQueries programmes;

    public ProgrammeResource(Counter counter, ProgrammeQueries programmes) {
        this.counter = counter;
        this.programmes = programmes;
    }

    /** A programme that was opened. */
    public record Opening(String programme, OffsetDateTime at, long position) {}

    @Refuses({"not-allowed", "programme-exists", "wage-not-allowed"})
    @PostMapping
    ResponseEntity<Opening> open(@RequestBody NewProgramme order, Write write) {
        write.caller().mustBe(Role.OFFICER);
        var opened = counter.submit(write, new OpenProgramme(order.programme(), order.terms()), ProgrammeOpened.class);
        String name = order.programme().value();
        return Replies.created(
                opened,
                PATH + "/" + Replies.segment(name),
                new Opening(name, Times.korean(opened.at()), opened.position()));
    }

    /**
     * Some of them, by name.
     *
     * @param next brings the following page, if there may be one
     */
    public record ProgrammeList(
            List<ProgrammeView> programmes, @Nullable String next) {}

    @GetMapping
    ProgrammeList all(@RequestParam(defaultValue = "") String cursor, Caller caller) {
        var page = programmes.page(cursor);
        return new ProgrammeList(page, page.isEmpty() ? null : page.getLast().programme());
    }

    @Refuses("programme-unknown")
    @GetMapping("/{programme}")
    ProgrammeView one(@PathVariable ProgrammeId programme, Caller caller) {
        return programmes.find(programme).orElseThrow(() -> Problem.of("programme-unknown"));
    }
}
