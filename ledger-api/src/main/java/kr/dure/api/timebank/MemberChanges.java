package kr.dure.api.timebank;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.dure.api.projection.Bulk;
import kr.dure.api.projection.Changes;
import kr.dure.api.projection.Fact;
import kr.dure.core.money.Minutes;
import kr.dure.core.timebank.TimeBankEvent;
import kr.dure.core.timebank.TimeBankEvent.HelpProvided;
import kr.dure.core.timebank.TimeBankEvent.HelpReceived;
import kr.dure.core.timebank.TimeBankEvent.MemberJoined;
import kr.dure.core.timebank.TimeBankEvent.MinutesDonated;
import kr.dure.core.timebank.TimeBankEvent.MinutesReceived;

/** Members that joined, and minutes that moved between them. */
public final class MemberChanges implements Changes {
    private final List<Joined> joined = new ArrayList<>();
    private final Map<String, Moved> moved = new HashMap<>();

    @Override
    public void take(Fact fact) {
        if (!(fact.event() instanceof TimeBankEvent event)) {
            return;
        }
        switch (event) {
            case MemberJoined member -> joined.add(new Joined(member, fact.nanos()));
            case HelpReceived help -> move(help, -help.minutes().value(), Minutes.ZERO);
            case HelpProvided help -> move(help, help.minutes().value(), help.minutes());
            case MinutesDonated donated -> move(donated, -donated.minutes().value(), Minutes.ZERO);
            case MinutesReceived received -> move(received, received.minutes().value(), Minutes.ZERO);
        }
    }

    private void move(TimeBankEvent event, long minutes, Minutes provided) {
        moved.merge(event.member().value(), new Moved(minutes, provided.value()), Moved::plus);
    }

    @Override
    public void write(Connection connection, long before) throws SQLException {
        new Bulk<>(connection, joined)
                .texts(member -> member.event().member().value())
                .longs(member -> member.event().start().value())
                .longs(Joined::at)
                .update("""
                        insert into member (wallet, minutes, provided, joined_at)
                        select wallet, minutes, 0, at from unnest(?, ?, ?) m (wallet, minutes, at)""");
        new Bulk<>(connection, moved.entrySet())
                .texts(Map.Entry::getKey)
                .longs(member -> member.getValue().minutes())
                .longs(member -> member.getValue().provided())
                .updateEach("""
                        update member m set minutes = m.minutes + c.minutes, provided = m.provided + c.provided
                        from unnest(?, ?, ?) c (wallet, minutes, provided) where m.wallet = c.wallet""");
    }

    private record Joined(MemberJoined event, long at) {}

    private record Moved(long minutes, long provided) {
        Moved plus(Moved other) {
            return new Moved(Math.addExact(minutes, other.minutes), Math.addExact(provided, other.provided));
        }
    }
}
