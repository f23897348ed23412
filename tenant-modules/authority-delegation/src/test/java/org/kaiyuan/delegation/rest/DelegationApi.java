package org.kaiyuan.delegation.rest;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Asking the API of delegation as a program of a zone. */
final class DelegationApi {
    static final String ROOT = "/api/v1/delegation";

    private final MockMvc http;
    private final Zones zones;

    DelegationApi(MockMvc http, Zones zones) {
        this.http = http;
        this.zones = zones;
    }

    ResultActions get(String path) throws Exception {
        return ask(MockMvcRequestBuilders.get(ROOT + path));
    }

    ResultActions post(String path, String body) throws Exception {
        return ask(with(MockMvcRequestBuilders.post(ROOT + path), body));
    }

    ResultActions post(String path) throws Exception {
        return ask(MockMvcRequestBuilders.post(ROOT + path));
    }

    ResultActions put(String path, String body) throws Exception {
        return ask(with(MockMvcRequestBuilders.put(ROOT + path), body));
    }

    ResultActions put(String path, long basedOn, String body) throws Exception {
        return ask(
                with(MockMvcRequestBuilders.put(ROOT + path), body)
                        .header("If-Match", "\"" + basedOn + "\""));
    }

    ResultActions delete(String path) throws Exception {
        return ask(MockMvcRequestBuilders.delete(ROOT + path));
    }

    ResultActions ask(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return ask("deyang", request);
    }

    ResultActions ask(
            String zone, AbstractMockHttpServletRequestBuilder<?> request, String... permissions)
            throws Exception {
        return http.perform(
                request.with(
                        SecurityMockMvcRequestPostProcessors.authentication(
                                zones.somebody(
                                        zone,
                                        permissions.length == 0
                                                ? new String[] {"*"}
                                                : permissions))));
    }

    /** A list with what it is called. */
    String list(String kind, String title) throws Exception {
        return id(post("/lists", "{\"kind\": \"%s\", \"title\": \"%s\"}".formatted(kind, title)));
    }

    String matter(String name) throws Exception {
        return id(post("/matters", "{\"name\": \"%s\", \"kind\": \"PERMIT\"}".formatted(name)));
    }

    /** Drafted, not published. */
    String entry(String list, String matter, String more) throws Exception {
        return id(post("/lists/" + list + "/draft/entries", says(matter, more)));
    }

    static String says(String matter, String more) {
        return """
        {"matter": "%s", "originalAuthority": "市发展和改革委员会", "receivingBody": "经开区行政审批局", "mode": "DIRECT",
         "effectiveOn": "2026-04-01", "document": "德府发〔2026〕1号", "decidedOn": "2026-03-02", "issuer": "德阳市人民政府"%s}\
        """
                .formatted(matter, more.isEmpty() ? "" : ", " + more);
    }

    void published(String list) throws Exception {
        post("/lists/" + list + "/draft/waiver", "{\"reason\": \"照原文录入\"}");
        post("/lists/" + list + "/draft/publication", "{}");
    }

    static AbstractMockHttpServletRequestBuilder<?> with(
            AbstractMockHttpServletRequestBuilder<?> request, String body) {
        return request.contentType(MediaType.APPLICATION_JSON).content(body);
    }

    static String id(ResultActions answered) throws Exception {
        return JsonPath.read(body(answered), "$.id");
    }

    static String body(ResultActions answered) throws Exception {
        return answered.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    /** Nothing is there of any zone. */
    static void clear(TestServers servers) throws SQLException {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute(
                    "truncate delegation.list, delegation.matter, delegation.paper, delegation.list_import_mapping,"
                            + " delegation.shared_matter cascade");
        }
    }
}
