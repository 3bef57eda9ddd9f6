package kr.dure.api.projection;

import java.sql.Connection;
import java.sql.SQLException;

/** Brings a group that nobody else keeps up to the log's end, in one go. */
public final class Filling {
    private static final int BATCH = 2_000;

    private Filling() {}

    /**
     * Folds everything that the log holds after the group's position.
     *
     * @return the position that the group has then
     */
    public static long fill(ProjectionGroup group, Connection connection) throws SQLException {
        long position = group.standing(connection).position();
        Batch batch = group.read(position, BATCH);
        while (!batch.isEmpty()) {
            if (!group.write(connection, batch)) {
                throw new IllegalStateException("somebody else writes the tables that are being filled");
            }
            position = batch.position();
            batch = group.read(position, BATCH);
        }
        return position;
    }
}
