package kr.dure.api.webhook;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/** Says to which addresses messages may go. */
record Doorkeeper(HostNames names, Reach reach) {
    /**
     * The addresses of a name, which keep the name with them: connections go to the address, certificates belong to the
     * name.
     *
     * @throws UnknownHostException if it has none
     * @throws AddressRefused if one of them is not allowed: then the others are not used either
     */
    List<InetAddress> addresses(String host) throws IOException {
        List<InetAddress> allowed = new ArrayList<>();
        for (InetAddress address : names.lookUp(host)) {
            if (!mayGoTo(address)) {
                throw new AddressRefused();
            }
            allowed.add(InetAddress.getByAddress(host, address.getAddress()));
        }
        if (allowed.isEmpty()) {
            throw new UnknownHostException(host);
        }
        return allowed;
    }

    private boolean mayGoTo(InetAddress address) {
        return Networks.isPublic(address) || (reach == Reach.LOOPBACK_TOO && address.isLoopbackAddress());
    }
}
