package kr.dure.api.webhook;

import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** What became of one attempt to deliver. */
sealed interface Outcome {
    /** @param status of the answer, 200 to 299 */
    record Delivered(int status) implements Outcome {}

    /** @param status of the answer, any other */
    record Rejected(int status) implements Outcome {}

    /** @param error why there was no answer */
    record Unanswered(String error) implements Outcome {
        static Unanswered because(Throwable failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                switch (cause) {
                    case AddressRefused _ -> {
                        return new Unanswered("address-not-allowed");
                    }
                    case UnknownHostException _ -> {
                        return new Unanswered("no-address");
                    }
                    case TimeoutException _ -> {
                        return new Unanswered("timeout");
                    }
                    case SSLException _ -> {
                        return new Unanswered("tls");
                    }
                    default -> {}
                }
            }
            return new Unanswered("no-connection");
        }
    }

    static Outcome of(int status) {
        return status >= 200 && status <= 299 ? new Delivered(status) : new Rejected(status);
    }
}
