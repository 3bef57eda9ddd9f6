package kr.dure.ops.process;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;

/** Looks names up as ever and remembers which; Java finds it as a service, in every test of this module. */
public final class RecordingResolver extends InetAddressResolverProvider {
    private static final Set<String> NAMES = new ConcurrentSkipListSet<>();

    /** What was looked up in this process, from its start on. */
    static Set<String> names() {
        return NAMES;
    }

    @Override
    public InetAddressResolver get(Configuration configuration) {
        var builtin = configuration.builtinResolver();
        return new InetAddressResolver() {
            @Override
            public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
                NAMES.add(host);
                return builtin.lookupByName(host, policy);
            }

            @Override
            public String lookupByAddress(byte[] address) throws UnknownHostException {
                var asked = InetAddress.getByAddress(address);
                if (!asked.isLoopbackAddress()) {
                    NAMES.add(asked.getHostAddress());
                }
                return builtin.lookupByAddress(address);
            }
        };
    }

    @Override
    public String name() {
        return "recording";
    }
}
