package kr.dure.ops.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** The port, kept from start to start so that an operator's tools find the server again. */
final class Port {
    /** Below what systems hand out to outgoing connections, so that a kept port is rarely found taken. */
    private static final int FIRST = 15432;

    private static final int TRIES = 1000;

    private Port() {}

    /** The kept port if it is free, else the first free one, which is then kept. */
    static int choose(Path file) throws IOException {
        int kept = Files.exists(file) ? number(Files.readString(file)) : 0;
        if (kept > 0 && free(kept)) {
            return kept;
        }
        int chosen = IntStream.range(FIRST, FIRST + TRIES)
                .filter(Port::free)
                .findFirst()
                .orElseThrow(() -> new IOException("no free port on 127.0.0.1"));
        PrivateFiles.write(file, chosen + "\n");
        return chosen;
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static int number(String text) {
        String digits = text.strip();
        int number = digits.matches("[0-9]{1,5}") ? Integer.parseInt(digits) : 0;
        return number <= 65535 ? number : 0;
    }
}
