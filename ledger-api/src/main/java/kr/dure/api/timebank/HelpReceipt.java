package kr.dure.api.timebank;

import java.time.OffsetDateTime;
import kr.dure.api.http.Times;
import kr.dure.api.log.Found;
import kr.dure.core.timebank.TimeBankEvent.HelpReceived;

/** Help that was confirmed: its minutes went from the requester to the provider. */
public record HelpReceipt(
        String help,
        String requester,
        String provider,
        long minutes,
        String activity,
        OffsetDateTime at,
        long position) {
    static HelpReceipt of(Found<HelpReceived> found) {
        var help = found.fact();
        return new HelpReceipt(
                help.help().value(),
                help.member().value(),
                help.provider().value(),
                help.minutes().value(),
                help.activity(),
                Times.korean(found.at()),
                found.position());
    }
}
