package kr.dure.ops.postgres;

import java.util.Locale;

/** What this machine is, in the words of the archives' file names. */
record Platform(String system, String machine) {

    static Platform here() {
        return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    static Platform of(String osName, String osArch) {
        String os = osName.toLowerCase(Locale.ROOT);
        String system = os.contains("mac") || os.contains("darwin") ? "darwin" : os;
        String machine = switch (osArch.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> osArch;
        };
        return new Platform(system, machine);
    }

    String archive() {
        return "/postgres-" + system + "-" + machine + ".txz";
    }

    @Override
    public String toString() {
        return system + " " + machine;
    }
}
