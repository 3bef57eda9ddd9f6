package kr.dure.ops.town;

/** Whoever watches an import. */
@FunctionalInterface
public interface ImportProgress {
    ImportProgress NONE = (lines, bytes) -> {};

    /**
     * @param lines answered so far
     * @param bytes of the file, as it lies on disk, read so far
     */
    void at(long lines, long bytes);
}
