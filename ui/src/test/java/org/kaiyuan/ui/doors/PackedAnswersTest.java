package org.kaiyuan.ui.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.ui.WholeHouse;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is long comes packed; what brings a key does not. */
@WholeHouse
class PackedAnswersTest {
    @LocalServerPort int port;
    private Visitor visitor;

    @BeforeEach
    void arrive() throws Exception {
        visitor = new Visitor(port);
        visitor.get("/login");
        visitor.signIn("deyang-staff", Visitor.PASSWORD);
    }

    @Test
    void a_long_script_comes_packed_and_whole_to_who_cannot_unpack() throws Exception {
        assertThat(packing(packed("/kaiyuan.css"))).isEqualTo("gzip");
        assertThat(packing(visitor.get("/kaiyuan.css"))).isEmpty();
    }

    @Test
    void what_brings_a_pages_key_is_not_packed() throws Exception {
        var init = packed("/?v-r=init&location=enterprises&query=");

        assertThat(packing(init)).isEmpty();
        assertThat(init.body()).contains("Vaadin-Security-Key");
    }

    private HttpResponse<String> packed(String path) throws Exception {
        return visitor.send(HttpRequest.newBuilder().header("Accept-Encoding", "gzip"), path);
    }

    private static String packing(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Encoding").orElse("");
    }
}
