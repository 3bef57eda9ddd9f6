package kr.dure.ops.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import kr.dure.ops.node.Node;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command on a ledger: where that lives, and the terminal from which it was given. */
abstract class LedgerCommand implements Callable<Integer> {
    @Mixin
    PlaceOptions options;

    @Spec
    private CommandSpec spec;

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    final Screen screen() {
        return new Screen(spec.commandLine().getErr());
    }

    /** A ledger that must be there. */
    final Node openExisting() {
        return Node.openExisting(options.place(), screen()::say);
    }
}
