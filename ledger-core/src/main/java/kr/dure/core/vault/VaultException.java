package kr.dure.core.vault;

/** Sealed data cannot be opened: another key sealed it, or it was changed. */
public final class VaultException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public VaultException(String message, Throwable cause) {
        super(message, cause);
    }
}
