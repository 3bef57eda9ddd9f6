package kr.dure.ops.demo;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A month of a town of our own making, as a town file. */
public final class DemoTown {
    private DemoTown() {}

    /** The lines, without their line ends, in the order of time. */
    public static Stream<String> lines() {
        var scene = Scene.set();
        var month = new DemoMonth(scene);
        month.plan();
        scene.agenda().runUntil(DemoCalendar.END);
        return scene.book().lines().stream().map(DemoLine::json);
    }

    /** The same lines as a file in UTF-8. */
    public static InputStream file() {
        String text = lines().collect(Collectors.joining("\n", "", "\n"));
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
