package kr.dure.torture;

/** What can go wrong. */
enum FaultKind {
    WRITER_KILLED("쓰는 노드 kill -9", "writer killed", 0, 0),
    OTHER_KILLED("다른 노드 kill -9", "another node killed", 0, 0),
    NODE_PAUSED("노드 잠깐 멈춤", "node paused", 50, 900),
    WRITER_STOPPED("쓰는 노드가 이어받기 너머까지 멈춤", "writer stopped past the takeover", 3_000, 4_500),
    DATABASE_KILLED("PostgreSQL kill -9", "PostgreSQL killed", 0, 0),
    ANSWERS_LOST("COMMIT 응답 전에 연결 끊김", "connections cut before the answer", 50, 800),
    FSYNC_FAILED("fdatasync EIO", "fdatasync fails", 300, 900),
    DISK_FULL("디스크 가득 참", "disk full", 200, 1_000);

    private final String korean;
    private final String english;
    final int shortest;
    final int longest;

    /** @param shortest time that it lasts, in milliseconds; 0 for what lasts no time */
    FaultKind(String korean, String english, int shortest, int longest) {
        this.korean = korean;
        this.english = english;
        this.shortest = shortest;
        this.longest = longest;
    }

    String title() {
        return korean + " / " + english;
    }
}
