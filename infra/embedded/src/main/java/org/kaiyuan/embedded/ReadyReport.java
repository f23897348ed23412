package org.kaiyuan.embedded;

import java.io.PrintStream;
import java.nio.file.Path;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Says on the console, once everything answers, where to go and how to sign in, and at the end that it ends. */
class ReadyReport {
    private final EmbeddedServers servers;
    private final Environment environment;
    private final PrintStream console;

    ReadyReport(EmbeddedServers servers, Environment environment, PrintStream console) {
        this.servers = servers;
        this.environment = environment;
        this.console = console;
    }

    @EventListener
    void stopping(ContextClosedEvent closed) {
        if (closed.getApplicationContext().getParent() != null) {
            return; // that of the management port
        }
        console.printf("%nStopping Kaiyuan and its servers … 正在停止 …%n");
        console.flush();
    }

    @EventListener
    @Order(0)
    void ready(ApplicationReadyEvent ready) {
        servers.waitUntilReady();
        var address = environment.getProperty("server.address", "127.0.0.1");
        var port =
                environment.getProperty(
                        "local.server.port", environment.getProperty("server.port", "8080"));
        var data =
                Path.of(environment.getRequiredProperty("kaiyuan.data"))
                        .toAbsolutePath()
                        .normalize();
        console.printf("%nKaiyuan 开园 is ready 已就绪: http://%s:%s/%n", address, port);
        console.printf("  data 数据: %s%n", data);
        if (environment.getProperty("kaiyuan.demo.enabled", Boolean.class, false)) {
            console.printf(
                    "  demo sign-ins 演示账号: deyang-admin, deyang-staff, luzhou-admin, luzhou-staff, "
                            + "zigong-admin, zigong-staff, dazhou-admin, dazhou-staff, operator; "
                            + "supervisor 主管单位: sichuan-admin; enterprise portal 企业门户: deyang-enterprise%n");
            console.printf("  password 密码: Kaiyuan-demo-2026%n");
        }
        console.printf("  Ctrl+C ends it 按 Ctrl+C 停止%n%n");
        console.flush();
    }
}
