package org.kaiyuan.elasticsearch.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.elasticsearch.bootstrap.BootstrapCheck;
import org.elasticsearch.bootstrap.BootstrapContext;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.common.transport.BoundTransportAddress;
import org.elasticsearch.node.InternalSettingsPreparer;
import org.elasticsearch.node.Node;
import org.elasticsearch.plugins.PluginsLoader;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Starts a node the way Elasticsearch's own bootstrap does, without the root check and the
 * entitlements, and ends when its standard input ends, which is when its parent does.
 *
 * <p>Ctrl+C in a terminal reaches every process there; this one leaves it to its parent, which may
 * still be answering.
 */
public final class ElasticsearchLauncher {
    private ElasticsearchLauncher() {}

    /** @param arguments home, config folder, then settings as {@code key=value} */
    public static void main(String[] arguments) throws Exception {
        Signal.handle(new Signal("INT"), SignalHandler.SIG_IGN);
        var home = Path.of(arguments[0]);
        var config = Path.of(arguments[1]);
        var settings = new java.util.HashMap<String, String>();
        for (var setting : List.of(arguments).subList(2, arguments.length)) {
            int equals = setting.indexOf('=');
            settings.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        settings.put("path.home", home.toString());
        LogConfigurator.configureESLogging();
        var environment =
                InternalSettingsPreparer.prepareEnvironment(
                        Settings.EMPTY, settings, config, () -> "kaiyuan");
        LogConfigurator.setNodeName("kaiyuan");
        LogConfigurator.configure(environment, true);
        var modules = PluginsLoader.loadModulesBundles(environment.modulesDir(), true);
        var node =
                new LoopbackNode(
                        environment,
                        PluginsLoader.createPluginsLoader(modules, Set.of(), Map.of(), false));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node)));
        node.start();
        endWithParent();
    }

    private static void endWithParent() throws IOException {
        while (System.in.read() >= 0) {
            // nothing is ever said on it; it only ends
        }
        System.exit(0);
    }

    private static void close(Node node) {
        try {
            node.prepareForClose();
            node.close();
        } catch (IOException e) {
            System.err.println("The node did not close cleanly: " + e);
        }
    }

    /** Production checks are for nodes that others can reach; this one listens on loopback. */
    private static final class LoopbackNode extends Node {
        LoopbackNode(org.elasticsearch.env.Environment environment, PluginsLoader plugins) {
            super(environment, plugins);
        }

        @Override
        protected void validateNodeBeforeAcceptingRequests(
                BootstrapContext context,
                BoundTransportAddress address,
                List<BootstrapCheck> checks) {}
    }
}
