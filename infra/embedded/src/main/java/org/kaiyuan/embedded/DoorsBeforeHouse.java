package org.kaiyuan.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/**
 * Tries the ports before anything is started for them: an address that is not this machine's, or a port that
 * is taken or not for this user, is told at once and not after half a minute.
 */
class DoorsBeforeHouse implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {
    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent prepared) {
        Environment environment = prepared.getEnvironment();
        if (environment.getProperty("kaiyuan.embedded.enabled", Boolean.class, false)) {
            open(
                    environment.getProperty("server.address", "127.0.0.1"),
                    environment.getProperty("server.port", Integer.class, 8080),
                    "--port");
            open(
                    environment.getProperty("management.server.address", "127.0.0.1"),
                    environment.getProperty("management.server.port", Integer.class, 0),
                    "--management-port");
        }
    }

    private static void open(String address, int port, String option) {
        InetAddress bound;
        try {
            bound = InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new StartRefused(
                    "There is no address %s; name one of this machine with --bind."
                            .formatted(address),
                    e);
        }
        try (var door = new ServerSocket()) {
            door.setReuseAddress(true);
            door.bind(new InetSocketAddress(bound, port));
        } catch (IOException e) {
            throw new StartRefused(
                    sentence(address, port, option, String.valueOf(e.getMessage())), e);
        }
    }

    private static String sentence(String address, int port, String option, String why) {
        if (why.contains("Permission denied")) {
            return "Port %d is not for ordinary users; name one from 1024 up with %s and put a proxy before it."
                    .formatted(port, option);
        }
        return why.contains("Cannot assign requested address")
                ? "%s is no address of this machine; name one with --bind.".formatted(address)
                : "Port %d is taken; name another one with %s.".formatted(port, option);
    }
}
