package kr.dure.api.http;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import kr.dure.api.contract.Refuses;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the problems mean whose types name this place (RFC 9457); for everybody. */
@RestController
@RequestMapping("/api/v1/problems")
public final class ProblemResource {
    private static final CacheControl FOR_A_DAY =
            CacheControl.maxAge(Duration.ofDays(1)).cachePublic();

    /**
     * A problem.
     *
     * @param status of HTTP
     * @param ko in Korean
     * @param en in English
     */
    public record Description(String code, int status, String ko, String en) {
        static Description of(String code) {
            var text = ProblemTexts.of(code);
            return new Description(code, text.status(), text.korean(), text.english());
        }
    }

    /** All problems there are, by their codes. */
    public record Descriptions(List<Description> problems) {}

    @GetMapping
    ResponseEntity<Descriptions> all() {
        var all = ProblemTexts.codes().stream().map(Description::of).toList();
        return ResponseEntity.ok().cacheControl(FOR_A_DAY).body(new Descriptions(all));
    }

    @Refuses("not-found")
    @GetMapping("/{code}")
    ResponseEntity<Description> one(@PathVariable String code) {
        String known = code.toLowerCase(Locale.ROOT);
        if (!ProblemTexts.codes().contains(known)) {
            throw Problem.of("not-found");
        }
        return ResponseEntity.ok().cacheControl(FOR_A_DAY).body(Description.of(known));
    }
}
