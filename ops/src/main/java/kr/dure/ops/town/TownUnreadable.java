package kr.dure.ops.town;

import kr.dure.ops.Complaint;

/** A town file that cannot be read. What was read of it before has been done, line by line. */
public final class TownUnreadable extends Complaint {
    private static final long serialVersionUID = 1L;

    TownUnreadable(String korean, String english) {
        super(korean, english);
    }
}
