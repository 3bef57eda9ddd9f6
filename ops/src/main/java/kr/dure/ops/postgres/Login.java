package kr.dure.ops.postgres;

/** A role and its password, which stays out of logs. */
public record Login(String user, String password) {
    @Override
    public String toString() {
        return "Login[user=" + user + ", password=(hidden)]";
    }
}
