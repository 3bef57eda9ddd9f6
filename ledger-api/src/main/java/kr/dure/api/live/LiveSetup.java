package kr.dure.api.live;

import java.time.Clock;
import javax.sql.DataSource;
import kr.dure.api.log.LogSlice;
import kr.dure.api.projection.Projector;
import kr.dure.core.eventlog.EventCodec;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What tells listeners what happens. */
@Configuration(proxyBeanMethods = false)
@Import(LiveResource.class)
public class LiveSetup {
    /** A shop's past is looked for so far back, in events of the whole log: some seconds of reading, 500,000. */
    public static final String LONGEST_PAST = "dure.live.longest-past";

    @Bean
    Hub hub(LogSlice log, DataSource reading, EventCodec codec, Projector views, Clock clock) {
        return new Hub(log, new PageReader(log, reading, codec), views, clock);
    }
}
