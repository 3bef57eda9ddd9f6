package kr.dure.ops.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whom the server's programs run as. PostgreSQL refuses root, so when we are root they run
 *
 * <ul>
 *   <li>in a user namespace of their own ({@code unshare -U}): there they are not root, hold none of root's
 *       capabilities, and still own the files, wherever those lie;
 *   <li>or, where namespaces are forbidden (most containers), as the system user {@code dure} or {@code postgres}, which
 *       must be able to reach the directory. Never as {@code nobody}: every other program run as nobody could read the
 *       ledger.
 * </ul>
 *
 * A cluster's owner says which it was made under, and it stays that way.
 */
record RunAs(String account, List<String> prefix) {
    private static final String OURSELVES = "";
    private static final List<String> NAMESPACE = List.of("unshare", "-U");

    static RunAs ourselves() {
        return new RunAs(OURSELVES, List.of());
    }

    static RunAs namespace() {
        return new RunAs(OURSELVES, NAMESPACE);
    }

    static RunAs account(String name) {
        return new RunAs(name, List.of("setpriv", "--reuid=" + name, "--regid=" + name, "--init-groups"));
    }

    static RunAs choose(Path cluster) throws IOException, InterruptedException {
        if (new UnixSystem().getUid() != 0) {
            return ourselves();
        }
        List<RunAs> ways = List.of(namespace(), account("dure"), account("postgres"));
        if (Files.isDirectory(cluster)) {
            boolean ours = Files.getAttribute(cluster, "unix:uid").equals(0);
            ways = List.of(ours ? namespace() : account(Files.getOwner(cluster).getName()));
        }
        for (RunAs way : ways) {
            if (way.works()) {
                return way;
            }
        }
        throw new PostgresUnavailable.RootRefused();
    }

    List<String> command(Path program, List<String> arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(program.toString());
        command.addAll(arguments);
        return command;
    }

    /** Gives the account what it must own; nothing to do when that is us. */
    void give(Path path) throws IOException {
        if (!account.equals(OURSELVES)) {
            UserPrincipalLookupService names = path.getFileSystem().getUserPrincipalLookupService();
            Files.setOwner(path, names.lookupPrincipalByName(account));
        }
    }

    /** Lets the account, and no one else, pass through a directory that stays ours. */
    void letThrough(Path directory) throws IOException {
        if (!account.equals(OURSELVES)) {
            UserPrincipalLookupService names = directory.getFileSystem().getUserPrincipalLookupService();
            Files.getFileAttributeView(directory, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .setGroup(names.lookupPrincipalByGroupName(account));
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx--x---"));
        }
    }

    /** For messages. */
    String who() {
        return account.equals(OURSELVES) ? System.getProperty("user.name", "?") : account;
    }

    /** Whether the account may go all the way to a program: every directory above must let it through. */
    boolean reaches(Path program) throws InterruptedException {
        return succeeds("test", "-x", program.toString());
    }

    private boolean works() throws InterruptedException {
        return succeeds("id", "-un");
    }

    private boolean succeeds(String... arguments) throws InterruptedException {
        List<String> command =
                Stream.concat(prefix.stream(), Stream.of(arguments)).toList();
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }
}
