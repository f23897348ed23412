package org.kaiyuan.plots.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** The register over HTTP: registering, lineage, as of a day, rights, papers, export. */
@KaiyuanTest
class PlotRegisterApiTest {
    private static final String PLOTS = "/api/v1/plots";
    private static final String PLOT =
            """
            {"profile": {"number": "%s", "name": "甲地块", "useCode": "100102"},
             "geometry": {"type": "Polygon", "coordinates": [[[%2$s, 31.10], [%2$s, 31.102], [%3$s, 31.102],
              [%3$s, 31.10], [%2$s, 31.10]]]}}
            """;
    private static final String LINE =
            "{\"type\": \"LineString\", \"coordinates\": [[104.401, 31.09], [104.401, 31.11]]}";

    @Autowired MockMvc http;
    @Autowired Zones zones;
    @Autowired TestServers servers;

    @BeforeEach
    void bare_ground() throws Exception {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("truncate plots.plot, plots.layer_shape, leads.lead cascade");
        }
    }

    @Test
    void a_plot_is_registered_once_however_often_it_is_sent() throws Exception {
        var key = UUID.randomUUID().toString();
        var sent = PLOT.formatted("DY-01", "104.40", "104.402");

        var first =
                ask(sent(post(PLOTS), sent).header("Idempotency-Key", key))
                        .andExpect(status().isCreated())
                        .andExpect(header().string("ETag", "\"0\""))
                        .andExpect(jsonPath("$.profile.number").value("DY-01"))
                        .andExpect(jsonPath("$.geometry.type").value("Polygon"));
        var again =
                ask(sent(post(PLOTS), sent).header("Idempotency-Key", key))
                        .andExpect(status().isCreated());

        assertThat(id(again)).isEqualTo(id(first));
        ask(sent(post(PLOTS), PLOT.formatted("DY-01", "104.50", "104.502")))
                .andExpect(status().isConflict());
        ask(sent(post(PLOTS), PLOT.formatted("DY-02", "104.401", "104.403")))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value(containsString("DY-01")));
        ask(get(PLOTS)).andExpect(jsonPath("$.items.length()").value(1));
    }

    @Test
    void what_is_no_ground_is_refused_by_field() throws Exception {
        for (var wrong :
                List.of(
                        "{\"type\": \"Point\", \"coordinates\": [104.4, 31.1]}",
                        "{}",
                        "{\"type\": \"Polygon\"}",
                        "{\"type\": \"Polygon\", \"coordinates\": [[[1, 2], [1, 3], [2, 3], [1, 2]]]}",
                        "{\"type\": \"Polygon\", \"coordinates\": [[[31.1, 104.4], [31.2, 104.4], [31.2, 104.5], [31.1, 104.4]]]}",
                        "{\"type\": \"Polygon\", \"coordinates\": [[[104.4, 31.1], [104.4, 31.2], [104.5, 31.2]]]}",
                        "{\"type\": \"Polygon\", \"coordinates\": [[[104.4, 31.1], \"x\", [104.5, 31.2], [104.4, 31.1]]]}",
                        "{\"type\": \"MultiPolygon\", \"coordinates\": []}")) {
            ask(sent(
                            post(PLOTS),
                            "{\"profile\": {\"number\": \"1\", \"name\": \"甲\", \"useCode\": \"100102\"}, \"geometry\": "
                                    + wrong
                                    + "}"))
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(jsonPath("$.errors[0].field").value("geometry"));
        }
    }

    @Test
    void split_merge_and_boundary_are_told_by_the_lineage_and_by_days() throws Exception {
        var one = PLOTS + "/" + registered("DY-01", "104.40", "104.402");
        var split =
                "{\"line\": %s, \"pieces\": [{\"number\": \"W\", \"name\": \"西\"}, {\"number\": \"E\", \"name\": \"东\"}]}"
                        .formatted(LINE);
        ask(sent(post(one + "/parts"), "{\"line\": %s}".formatted(LINE)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items.length()").value(2))
                .andExpect(jsonPath("$.items[0].geometry.type").value("Polygon"));
        ask(sent(post(one + "/splits"), split)).andExpect(status().isPreconditionRequired());
        ask(sent(post(one + "/splits").header("If-Match", "\"7\""), split))
                .andExpect(status().isPreconditionFailed());

        var halves =
                body(
                        ask(sent(post(one + "/splits").header("If-Match", "\"0\""), split))
                                .andExpect(status().isCreated()));
        var west = JsonPath.<String>read(halves, "$.ids[0]");
        var east = JsonPath.<String>read(halves, "$.ids[1]");
        ask(sent(post(one + "/splits").header("If-Match", "\"1\""), split))
                .andExpect(status().isConflict());
        ask(get(PLOTS + "/" + west)).andExpect(jsonPath("$.profile.number").value("W"));
        var merger =
                "{\"plots\": [{\"id\": \"%s\", \"version\": 0}, {\"id\": \"%s\", \"version\": 0}], \"number\": \"M\", \"name\": \"合\"}"
                        .formatted(west, east);
        var merged = id(ask(sent(post(PLOTS + "/merges"), merger)).andExpect(status().isCreated()));
        var border =
                "{\"geometry\": {\"type\": \"Polygon\", \"coordinates\": [[[104.40, 31.10], [104.40, 31.103], [104.402, 31.103], [104.402, 31.10], [104.40, 31.10]]]}}";
        var now =
                id(
                        ask(sent(
                                        post(PLOTS + "/" + merged + "/boundary")
                                                .header("If-Match", "\"0\""),
                                        border))
                                .andExpect(status().isCreated()));

        ask(get(PLOTS + "/" + now + "/lineage"))
                .andExpect(jsonPath("$.ancestors.length()").value(3))
                .andExpect(jsonPath("$.ancestors[0].act").value("REBOUNDED"))
                .andExpect(jsonPath("$.ancestors[2].to.length()").value(2))
                .andExpect(jsonPath("$.descendants.length()").value(0))
                .andExpect(jsonPath("$.more").value(false));
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        ask(get(PLOTS + "?asOf=" + today))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].number").value("M"));
        ask(get(PLOTS + "?asOf=" + today.minusDays(1)))
                .andExpect(jsonPath("$.items.length()").value(0));
        ask(get(PLOTS + "?asOf=" + today).accept("application/geo+json"))
                .andExpect(jsonPath("$.features.length()").value(1));
        ask(get(PLOTS + "/" + now + "?asOf=" + today.minusDays(1)))
                .andExpect(status().isNotFound());
        ask(get(PLOTS + "?asOf=gestern")).andExpect(status().isBadRequest());
    }

    @Test
    void the_history_pages_by_its_cursor() throws Exception {
        var one = PLOTS + "/" + registered("DY-01", "104.40", "104.402");
        for (int i = 0; i < 3; i++) {
            ask(sent(
                            put(one).header("If-Match", "\"" + i + "\""),
                            "{\"number\": \"DY-01\", \"name\": \"第%d名\", \"useCode\": \"100102\"}"
                                    .formatted(i)))
                    .andExpect(status().isOk());
        }

        var first = body(ask(get(one + "/history?limit=2")));
        assertThat(JsonPath.<List<String>>read(first, "$.items[*].after"))
                .containsExactly("第2名", "第1名");
        var rest =
                body(
                        ask(
                                get(one + "/history")
                                        .param("limit", "10")
                                        .param("cursor", JsonPath.<String>read(first, "$.next"))));
        assertThat(JsonPath.<List<String>>read(rest, "$.items[*].act"))
                .containsExactly("revised", "registered");
        ask(get(one + "/history?cursor=moon")).andExpect(status().isUnprocessableContent());
    }

    @Test
    void rights_and_papers_are_kept() throws Exception {
        var one = PLOTS + "/" + registered("DY-01", "104.40", "104.402");
        var right =
                "{\"kind\": \"BELOW\", \"holderName\": \"甲公司\", \"from\": \"2026-01-01\", \"lowM\": 460, \"highM\": 470}";
        var id = id(ask(sent(post(one + "/rights"), right)).andExpect(status().isCreated()));
        ask(sent(post(one + "/rights"), right))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value(containsString("地下")));
        ask(sent(
                        put(PLOTS + "/rights/" + id).header("If-Match", "\"0\""),
                        right.replace("470", "475")))
                .andExpect(status().isNoContent())
                .andExpect(header().string("ETag", "\"1\""));
        ask(sent(
                        post(PLOTS + "/rights/" + id + "/end").header("If-Match", "\"1\""),
                        "{\"lastDay\": \"2026-06-30\"}"))
                .andExpect(status().isNoContent());
        ask(get(one + "/rights?asOf=2026-06-30"))
                .andExpect(jsonPath("$.items[0].right.highM").value(475.0));
        ask(get(one + "/rights?asOf=2026-07-01")).andExpect(jsonPath("$.items.length()").value(0));

        var paper = "{\"kind\": \"REAL_ESTATE\", \"number\": \"川1号\"}";
        var paperId =
                id(ask(sent(post(one + "/certificates"), paper)).andExpect(status().isCreated()));
        ask(sent(post(one + "/certificates"), paper)).andExpect(status().isConflict());
        ask(sent(
                        put(PLOTS + "/certificates/" + paperId).header("If-Match", "\"0\""),
                        paper.replace("川1号", "川2号")))
                .andExpect(status().isNoContent());
        ask(get(one + "/certificates"))
                .andExpect(jsonPath("$.items[0].certificate.number").value("川2号"));
        ask(delete(PLOTS + "/certificates/" + paperId).header("If-Match", "\"1\""))
                .andExpect(status().isNoContent());
        ask(get(one + "/certificates")).andExpect(jsonPath("$.items.length()").value(0));
    }

    @Test
    void files_leave_in_every_format_and_in_no_other() throws Exception {
        registered("DY-01", "104.40", "104.402");

        for (var format : List.of("txt", "geojson", "kml", "wkt", "zip")) {
            ask(get(PLOTS + "/export?format=" + format))
                    .andExpect(status().isOk())
                    .andExpect(
                            header().string("Content-Disposition", containsString("." + format)));
        }
        ask(get(PLOTS + "/export?format=dwg"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.detail").value(containsString("geojson")));
        ask(get(PLOTS + "/export?format=txt&charset=ASCII"))
                .andExpect(status().isUnprocessableContent());
        ask(get("/api/v1/layers/FARMLAND/export?format=geojson")).andExpect(status().isOk());
        http.perform(
                        get(PLOTS + "/export?format=txt")
                                .with(
                                        SecurityMockMvcRequestPostProcessors.authentication(
                                                zones.somebody("deyang", "plots:read"))))
                .andExpect(status().isForbidden());
    }

    @Test
    void another_zone_sees_nothing() throws Exception {
        var one = PLOTS + "/" + registered("DY-01", "104.40", "104.402");
        var right = "{\"kind\": \"BELOW\", \"holderName\": \"甲公司\", \"from\": \"2026-01-01\"}";
        var rightId = id(ask(sent(post(one + "/rights"), right)));
        var paper = "{\"kind\": \"REAL_ESTATE\", \"number\": \"川1号\"}";
        var paperId = id(ask(sent(post(one + "/certificates"), paper)));

        for (var path : List.of("/history", "/lineage", "/rights", "/certificates")) {
            ask(get(one + path), "luzhou").andExpect(status().isNotFound());
        }
        ask(sent(post(one + "/parts"), "{\"line\": %s}".formatted(LINE)), "luzhou")
                .andExpect(status().isNotFound());
        ask(sent(post(one + "/rights"), right), "luzhou").andExpect(status().isNotFound());
        ask(sent(post(one + "/certificates"), paper), "luzhou").andExpect(status().isNotFound());
        ask(sent(put(PLOTS + "/rights/" + rightId).header("If-Match", "\"0\""), right), "luzhou")
                .andExpect(status().isNotFound());
        ask(delete(PLOTS + "/certificates/" + paperId).header("If-Match", "\"0\""), "luzhou")
                .andExpect(status().isNotFound());
        ask(
                        sent(
                                post(one + "/splits").header("If-Match", "\"0\""),
                                "{\"line\": %s, \"pieces\": []}".formatted(LINE)),
                        "luzhou")
                .andExpect(status().isNotFound());
        // its own plot may lie there and have the number
        ask(sent(post(PLOTS), PLOT.formatted("DY-01", "104.40", "104.402")), "luzhou")
                .andExpect(status().isCreated());
    }

    private String registered(String number, String west, String east) throws Exception {
        return id(
                ask(sent(post(PLOTS), PLOT.formatted(number, west, east)))
                        .andExpect(status().isCreated()));
    }

    private ResultActions ask(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return ask(request, "deyang");
    }

    private ResultActions ask(AbstractMockHttpServletRequestBuilder<?> request, String zone)
            throws Exception {
        return http.perform(
                request.with(
                        SecurityMockMvcRequestPostProcessors.authentication(
                                zones.somebody(
                                        zone, "plots:read", "plots:write", "plots:export"))));
    }

    private static AbstractMockHttpServletRequestBuilder<?> sent(
            AbstractMockHttpServletRequestBuilder<?> request, String body) {
        return request.contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private static String id(ResultActions answered) throws Exception {
        return JsonPath.read(body(answered), "$.id");
    }

    private static String body(ResultActions answered) throws Exception {
        return answered.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
