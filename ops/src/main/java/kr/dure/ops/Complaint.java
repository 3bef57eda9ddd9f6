package kr.dure.ops;

import org.jspecify.annotations.Nullable;

/** What went wrong, in one clear sentence for a person: Korean first, then English. Never a stack trace. */
public class Complaint extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Complaint(String korean, String english) {
        this(korean, english, null);
    }

    public Complaint(String korean, String english, @Nullable Throwable cause) {
        super(korean + " / " + english, cause);
    }
}
