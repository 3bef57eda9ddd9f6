package kr.dure.api.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Where names of hosts are looked up. */
@FunctionalInterface
public interface HostNames {
    /** @throws UnknownHostException if there is no such name, or nobody can tell now */
    List<InetAddress> lookUp(String host) throws UnknownHostException;
}
