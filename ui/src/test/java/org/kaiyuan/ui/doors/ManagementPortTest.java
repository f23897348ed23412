package org.kaiyuan.ui.doors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kaiyuan.ui.WholeHouse;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Everyone may know that we are up; how we are is for the machine itself. */
@WholeHouse
class ManagementPortTest {
    @LocalServerPort int port;
    @LocalManagementPort int managementPort;

    @Value("${management.server.address}")
    String managementAddress;

    @Test
    void the_main_port_says_up_and_nothing_else() throws Exception {
        var visitor = new Visitor(port);

        var health = visitor.get("/actuator/health");

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).isEqualTo("{\"status\":\"UP\"}");
        for (var path :
                new String[] {
                    "prometheus", "metrics", "info", "env", "heapdump", "beans", "", "health/db"
                }) {
            assertThat(visitor.get("/actuator/" + path).statusCode()).as(path).isIn(401, 404);
        }
        visitor.signIn("operator", Visitor.PASSWORD);
        assertThat(visitor.get("/actuator/prometheus").statusCode()).isIn(401, 404);
    }

    @Test
    void the_management_port_answers_the_machine_itself() throws Exception {
        var machine = new Visitor(managementPort);

        assertThat(managementPort).isNotEqualTo(port);
        assertThat(managementAddress).isEqualTo("127.0.0.1");
        assertThat(machine.get("/actuator/prometheus").body())
                .contains("jvm_memory_used_bytes", "http_server_requests");
        assertThat(machine.get("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(machine.get("/actuator/info").statusCode()).isEqualTo(200);
        assertThat(machine.get("/actuator/metrics").body()).contains("jvm.memory.used");
        for (var path : new String[] {"env", "heapdump", "beans", "loggers", "shutdown"}) {
            assertThat(machine.get("/actuator/" + path).statusCode()).as(path).isIn(401, 404);
        }
    }
}
