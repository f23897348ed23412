package org.kaiyuan.plots.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.leads.LeadDraft;
import org.kaiyuan.leads.LeadRegistration;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** Land over HTTP, as somebody of the zone. */
@KaiyuanTest
class PlotApiTest {
    private static final String PLOTS = "/api/v1/plots";
    private static final String WKT =
            "SRID=4523;POLYGON((35442000 3442000, 35442000 3442200, 35442200 3442200, 35442200 3442000, 35442000 3442000))";
    private static final String GEOJSON =
            """
            {"type": "FeatureCollection", "features": [{"type": "Feature",
             "properties": {"地块编号": "DY-01", "地块名称": "甲地块", "地类编码": "100102"},
             "geometry": {"type": "Polygon", "coordinates": [[[104.40, 31.10], [104.402, 31.10], [104.402, 31.102],
              [104.40, 31.102], [104.40, 31.10]]]}}]}
            """;

    @Autowired MockMvc http;
    @Autowired LeadRegistration leads;
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
    void a_file_is_tried_then_comes_in_and_is_shown_in_lists_and_maps() throws Exception {
        ask(file(PLOTS + "/imports?dryRun=true", GEOJSON))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.taken").value(false))
                .andExpect(jsonPath("$.plots[0].number").value("DY-01"));
        ask(get(PLOTS)).andExpect(jsonPath("$.items.length()").value(0));

        var id = brought();

        ask(get(PLOTS + "?bbox=104.3,31.0,104.5,31.2&state=PLANNED&use=1001"))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.next").doesNotExist());
        ask(get(PLOTS + "?bbox=100,30,101,31")).andExpect(jsonPath("$.items.length()").value(0));
        ask(get(PLOTS + "?metresPerPixel=5").accept("application/geo+json"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.features[0].id").value(id))
                .andExpect(jsonPath("$.features[0].geometry.type").value("Polygon"));
        ask(get(PLOTS + "/" + id))
                .andExpect(jsonPath("$.profile.name").value("甲地块"))
                .andExpect(jsonPath("$.geometry.coordinates[0].length()").value(5));
    }

    @Test
    void a_map_gets_the_plots_of_its_box_wound_as_geojson_wants_and_no_finer_than_it_shows()
            throws Exception {
        // with a hole, and a corner of one metre in its western border
        var holed =
                GEOJSON.replace(
                        "[104.40, 31.102], [104.40, 31.10]]]",
                        "[104.40, 31.102], [104.40001, 31.101], [104.40, 31.10]],"
                                + " [[104.4005, 31.1005], [104.4005, 31.1015], [104.4015, 31.1015], [104.4005, 31.1005]]]");
        ask(file(PLOTS + "/imports", holed)).andExpect(status().isCreated());
        var second = GEOJSON.replace("DY-01", "DY-02").replace("104.40", "104.50");
        ask(file(PLOTS + "/imports", second)).andExpect(status().isCreated());
        var map = PLOTS + "?bbox=104.39,31.0,104.41,31.2&metresPerPixel=";

        var near =
                body(
                        ask(get(map + "0").accept("application/geo+json"))
                                .andExpect(status().isOk())
                                .andExpect(content().contentType("application/geo+json"))
                                .andExpect(jsonPath("$.features.length()").value(1))
                                .andExpect(
                                        jsonPath("$.features[0].properties.number").value("DY-01"))
                                .andExpect(
                                        jsonPath("$.features[0].geometry.coordinates.length()")
                                                .value(2)));
        var shell = "$.features[0].geometry.coordinates[0]";
        var hole = "$.features[0].geometry.coordinates[1]";
        assertThat(twiceTheArea(JsonPath.read(near, shell))).isPositive();
        assertThat(twiceTheArea(JsonPath.read(near, hole))).isNegative();
        assertThat(JsonPath.<List<?>>read(near, shell)).hasSize(6);

        var far = body(ask(get(map + "20").accept("application/geo+json")));
        assertThat(JsonPath.<List<?>>read(far, shell)).hasSize(5);
        assertThat(twiceTheArea(JsonPath.read(far, shell))).isPositive();
        var one = JsonPath.<String>read(near, "$.features[0].id");
        var whole = body(ask(get(PLOTS + "/" + one)));
        assertThat(twiceTheArea(JsonPath.read(whole, "$.geometry.coordinates[0]"))).isPositive();
        ask(get(PLOTS + "?bbox=1,2,3").accept("application/geo+json"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.errors[0].field").value("bbox"));
    }

    @Test
    void days_and_areas_that_nobody_keeps_are_refused_or_find_nothing() throws Exception {
        var one = PLOTS + "/" + brought();
        var geo = MediaType.valueOf("application/geo+json");
        for (var day : List.of("%2B999999999-12-31", "%2B300000-01-01", "-0044-03-15")) {
            for (var request :
                    List.of(
                            get(URI.create(PLOTS + "?asOf=" + day)),
                            get(URI.create(PLOTS + "?asOf=" + day)).accept(geo),
                            get(URI.create(PLOTS + "/export?format=geojson&asOf=" + day)),
                            get(URI.create(one + "?asOf=" + day)),
                            get(URI.create(one + "/rights?asOf=" + day)))) {
                ask(request)
                        .andExpect(status().isUnprocessableContent())
                        .andExpect(jsonPath("$.errors[0].field").value("asOf"));
            }
        }
        for (var none : List.of("areaFrom=1e999999999", "areaTo=-1e999999999", "use=%00" + "9")) {
            ask(get(URI.create(PLOTS + "?" + none)))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.items.length()").value(0));
        }
        for (var all : List.of("areaTo=1e999999999", "areaFrom=1e-999999999", "use=%00")) {
            ask(get(URI.create(PLOTS + "?" + all)))
                    .andExpect(jsonPath("$.items.length()").value(1));
        }
    }

    @Test
    void pages_follow_each_other() throws Exception {
        brought();
        var second = GEOJSON.replace("DY-01", "DY-02").replace("104.40", "104.50");
        ask(file(PLOTS + "/imports", second)).andExpect(status().isCreated());
        var first = body(ask(get(PLOTS + "?limit=1")));
        var next = JsonPath.<String>read(first, "$.next");

        ask(get(PLOTS + "?limit=1&cursor=" + next))
                .andExpect(jsonPath("$.items[0].number").value("DY-01"))
                .andExpect(jsonPath("$.next").doesNotExist());
        assertThat(JsonPath.<String>read(first, "$.items[0].number")).isEqualTo("DY-02");
    }

    @Test
    void what_is_wrong_is_refused_in_the_callers_language_and_nothing_is_lost() throws Exception {
        ask(get(PLOTS + "?bbox=1,2,3"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("bbox"));
        ask(get(PLOTS + "?cursor=moon")).andExpect(status().isUnprocessableContent());
        ask(file(PLOTS + "/imports", WKT))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.plots[0].notes[0]").value(containsString("没有地块编号")));
        ask(file(PLOTS + "/imports", WKT).header("Accept-Language", "en"))
                .andExpect(jsonPath("$.plots[0].notes[0]").value(containsString("no plot number")));
        ask(file(PLOTS + "/imports?zone=99", GEOJSON))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("zone"));
        ask(file(PLOTS + "/imports", "")).andExpect(status().isUnprocessableContent());

        var one = PLOTS + "/" + brought();
        ask(sent(
                        put(one).header("If-Match", "\"0\""),
                        "{\"number\": \"\", \"name\": \"甲\", \"useCode\": \"M9\"}"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors.length()").value(2));
        ask(sent(put(one), "{\"number\": \"1\", \"name\": \"甲\", \"useCode\": \"100102\"}"))
                .andExpect(status().isPreconditionRequired());
        ask(get(one)).andExpect(jsonPath("$.profile.name").value("甲地块"));
    }

    @Test
    void a_refused_supply_answers_409_with_each_rule_and_its_source() throws Exception {
        var one = PLOTS + "/" + brought();
        for (var to : List.of("RESERVE", "APPROVED")) {
            ask(sent(post(one + "/moves"), "{\"to\": \"%s\"}".formatted(to)))
                    .andExpect(status().isOk());
        }

        ask(sent(post(one + "/moves"), "{\"to\": \"ANNOUNCED\"}"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.rules[0].rule").value("DETAILED_PLAN"))
                .andExpect(jsonPath("$.rules[0].source").value(containsString("第三十八条")));
        ask(get(one + "/gates?to=ANNOUNCED"))
                .andExpect(jsonPath("$.items[0].gate").value("DETAILED_PLAN"));
        ask(sent(post(one + "/moves"), "{\"to\": \"PRODUCTION\"}"))
                .andExpect(status().isConflict());
    }

    @Test
    void a_plot_is_held_for_one_lead_and_the_next_may_wait() throws Exception {
        var id = brought();
        var held = PLOTS + "/" + id + "/reservations";
        var first = lead("第一个项目");
        var second = lead("第二个项目");

        var made = body(ask(sent(post(held), wish(first, false))).andExpect(status().isCreated()));
        ask(sent(post(held), wish(second, false)))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value(containsString("排队")));
        ask(sent(post(held), wish(second, true)))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.state").value("QUEUED"));
        ask(get(held))
                .andExpect(jsonPath("$.items[0].id").value(JsonPath.<String>read(made, "$.id")))
                .andExpect(jsonPath("$.items[1].place").value(1));
        ask(get(PLOTS)).andExpect(jsonPath("$.items[0].held").value(true));

        assertThat(JsonPath.<String>read(made, "$.state")).isEqualTo("HELD");
        var reservation = PLOTS + "/reservations/" + JsonPath.<String>read(made, "$.id");
        ask(sent(post(reservation + "/extension"), "{\"until\": \"2020-01-01\"}"))
                .andExpect(status().isConflict());
        ask(sent(post(reservation + "/release"), "{\"reason\": \"改选\"}"))
                .andExpect(status().isNoContent());
        ask(get(PLOTS + "/reservations?lead=" + second))
                .andExpect(jsonPath("$.items[0].state").value("HELD"));
    }

    @Test
    void another_zone_sees_nothing() throws Exception {
        var one = PLOTS + "/" + brought();
        var wish = wish(lead("甲项目"), false);
        var made = body(ask(sent(post(one + "/reservations"), wish)));
        var reservation = PLOTS + "/reservations/" + JsonPath.<String>read(made, "$.id");
        ask(file("/api/v1/layers/FARMLAND", WKT)).andExpect(status().isCreated());

        for (var path : List.of(one, one + "/reservations", one + "/gates?to=ANNOUNCED")) {
            ask(get(path), "luzhou").andExpect(status().isNotFound());
        }
        ask(sent(post(one + "/moves"), "{\"to\": \"RESERVE\"}"), "luzhou")
                .andExpect(status().isNotFound());
        ask(sent(post(reservation + "/release"), "{}"), "luzhou").andExpect(status().isNotFound());
        ask(get(PLOTS), "luzhou").andExpect(jsonPath("$.items.length()").value(0));
        ask(get(PLOTS).accept("application/geo+json"), "luzhou")
                .andExpect(jsonPath("$.features.length()").value(0));
        ask(get("/api/v1/layers"), "luzhou").andExpect(jsonPath("$.items.length()").value(0));
        ask(get("/api/v1/layers/FARMLAND?bbox=100,30,110,35"), "luzhou")
                .andExpect(jsonPath("$.features.length()").value(0));
        ask(get("/api/v1/layers/FARMLAND?bbox=100,30,110,35"))
                .andExpect(jsonPath("$.features.length()").value(1));
    }

    /** Positive for a ring that runs counter-clockwise. */
    private static double twiceTheArea(List<List<Double>> ring) {
        double sum = 0;
        for (int i = 1; i < ring.size(); i++) {
            var from = ring.get(i - 1);
            var to = ring.get(i);
            sum += from.get(0) * to.get(1) - to.get(0) * from.get(1);
        }
        return sum;
    }

    private String brought() throws Exception {
        return JsonPath.read(
                body(ask(file(PLOTS + "/imports", GEOJSON)).andExpect(status().isCreated())),
                "$.plots[0].id");
    }

    private String lead(String name) {
        return zones.in("deyang", () -> leads.register(LeadDraft.named(name).profile(), true))
                .toString();
    }

    private static String wish(String lead, boolean queue) {
        return "{\"lead\": \"%s\", \"until\": \"%s\", \"queue\": %s}"
                .formatted(UUID.fromString(lead), LocalDate.now().plusDays(30), queue);
    }

    private ResultActions ask(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return ask(request, "deyang");
    }

    private ResultActions ask(AbstractMockHttpServletRequestBuilder<?> request, String zone)
            throws Exception {
        return http.perform(
                request.with(
                        SecurityMockMvcRequestPostProcessors.authentication(
                                zones.somebody(zone, "*"))));
    }

    private static AbstractMockHttpServletRequestBuilder<?> file(String path, String content) {
        return multipart(path)
                .file(
                        new MockMultipartFile(
                                "file",
                                "plots.dat",
                                MediaType.APPLICATION_OCTET_STREAM_VALUE,
                                content.getBytes(StandardCharsets.UTF_8)));
    }

    private static AbstractMockHttpServletRequestBuilder<?> sent(
            AbstractMockHttpServletRequestBuilder<?> request, String body) {
        return request.contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private static String body(ResultActions answered) throws Exception {
        return answered.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
