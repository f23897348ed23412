package org.kaiyuan.demo;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Loads the demo before the application says that it is ready.
 *
 * <p>The demo's passwords are public: the application does not come up when it would listen beyond
 * loopback, unless {@code kaiyuan.demo.anywhere} says that this is meant.
 */
@Component
@ConditionalOnProperty("kaiyuan.demo.enabled")
class LoadDemoAtFirstStart implements ApplicationRunner {
    private final DemoLoading loading;

    LoadDemoAtFirstStart(DemoLoading loading, Environment environment) {
        this.loading = loading;
        if (!environment.getProperty("kaiyuan.demo.anywhere", Boolean.class, false)
                && !isLoopback(environment.getProperty("server.address", "0.0.0.0"))) {
            throw new IllegalStateException(
                    "The demo's passwords are public, so it listens on loopback only; switch it off with "
                            + "kaiyuan.demo.enabled=false, or set kaiyuan.demo.anywhere=true if you mean it.");
        }
    }

    @Override
    public void run(ApplicationArguments arguments) {
        loading.load();
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
