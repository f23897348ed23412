package org.kaiyuan.plots.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.jobs.ZoneChore;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** Supplies over HTTP. */
@KaiyuanTest
class PlotSupplyApiTest {
    private static final String PLOTS = "/api/v1/plots";
    private static final String GEOJSON =
            """
            {"type": "FeatureCollection", "features": [{"type": "Feature",
             "properties": {"地块编号": "DY-01", "地块名称": "甲地块", "地类编码": "100102"},
             "geometry": {"type": "Polygon", "coordinates": [[[104.40, 31.10], [104.402, 31.10], [104.402, 31.102],
              [104.40, 31.102], [104.40, 31.10]]]}}]}
            """;
    private static final String NOTE =
            """
            {"mode": "LEASE_THEN_GRANT", "number": "HT-1", "signedOn": "2024-01-10", "holderName": "某某公司", "termYears": 50,
             "leaseYears": 5, "priceYuan": 9600000, "startOn": "2024-06-30"}\
            """;

    @Autowired MockMvc http;
    @Autowired Zones zones;
    @Autowired TestServers servers;

    @Autowired
    @Qualifier("idleTimes")
    ZoneChore idleTimes;

    @BeforeEach
    void bare_ground() throws Exception {
        sql("truncate plots.plot, plots.layer_shape, plots.supply_rule, leads.lead cascade");
    }

    @Test
    void a_contract_is_signed_amended_granted_and_ended() throws Exception {
        var one = PLOTS + "/" + announced();
        ask(get(one + "/contract")).andExpect(status().isNotFound());
        ask(sent(post(one + "/moves"), "{\"to\": \"SUPPLIED\"}"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.rules[*].rule").value("SUPPLY_CONTRACT"))
                .andExpect(jsonPath("$.rules[0].source").value(containsString("第十五条")));
        ask(sent(post(one + "/contract"), NOTE.replace("50", "0")))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("termYears"));
        ask(sent(post(one + "/contract"), "{}")).andExpect(status().isBadRequest());

        ask(sent(post(one + "/contract"), NOTE))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.phase").value("LEASE"))
                .andExpect(jsonPath("$.leaseEndsOn").value("2029-01-09"));
        ask(sent(post(one + "/contract"), NOTE)).andExpect(status().isConflict());
        ask(sent(post(one + "/moves"), "{\"to\": \"SUPPLIED\"}")).andExpect(status().isOk());
        var amended = "{\"note\": %s, \"reason\": \"更正\"}".formatted(NOTE);
        ask(sent(put(one + "/contract"), amended)).andExpect(status().isPreconditionRequired());
        ask(sent(put(one + "/contract").header("If-Match", "\"0\""), amended))
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", "\"1\""));
        ask(sent(put(one + "/contract").header("If-Match", "\"0\""), amended))
                .andExpect(status().isPreconditionFailed());

        var check =
                "{\"checkedOn\": \"2026-11-01\", \"items\": [{\"condition\": \"已投产\", \"met\": true}], \"passed\": true, \"evidence\": \"现场\"}";
        var grant = "{\"grantedOn\": \"2026-11-02\", \"document\": \"让3号\"}";
        ask(sent(post(one + "/contract/grant").header("If-Match", "\"1\""), grant))
                .andExpect(status().isConflict());
        ask(sent(post(one + "/lease-checks"), check)).andExpect(status().isCreated());
        ask(sent(post(one + "/contract/grant").header("If-Match", "\"1\""), grant))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.phase").value("GRANT"));
        var contract = JsonPath.<String>read(body(ask(get(one + "/contracts"))), "$.items[0].id");
        ask(get(one + "/contracts/" + contract + "/amendments"))
                .andExpect(jsonPath("$.items.length()").value(3));
        ask(sent(
                        post(one + "/contract/end").header("If-Match", "\"2\""),
                        "{\"endedOn\": \"2026-11-03\", \"reason\": \"解除\"}"))
                .andExpect(status().isNoContent());
        ask(get(one + "/contract")).andExpect(status().isNotFound());
    }

    @Test
    void payments_construction_and_stops_are_entered() throws Exception {
        var one = supplied();
        ask(sent(
                        post(one + "/payments"),
                        "{\"title\": \"首期\", \"dueOn\": \"2024-02-01\", \"amountYuan\": 100}"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.overdueYuan").value(100.0));
        var payment =
                JsonPath.<String>read(body(ask(get(one + "/payments"))), "$.instalments[0].id");
        ask(sent(
                        post(one + "/payments/" + payment + "/receipts"),
                        "{\"paidOn\": \"2024-02-01\", \"amountYuan\": 100}"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.overdueYuan").value(0));
        ask(delete(one + "/payments/" + payment).header("If-Match", "\"0\""))
                .andExpect(status().isConflict());

        ask(sent(
                        put(one + "/construction").header("If-Match", "\"0\""),
                        "{\"startedOn\": \"2024-06-01\", \"builtM2\": 100, \"seenOn\": \"2026-11-01\", \"evidence\": \"照片\"}"))
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", "\"1\""));
        var stopped =
                body(
                        ask(sent(
                                        post(one + "/construction/stops"),
                                        "{\"from\": \"2025-01-01\", \"cause\": \"OWN\", \"evidence\": \"停工\"}"))
                                .andExpect(status().isCreated())
                                .andExpect(jsonPath("$.idle.kind").value("STOPPED")));
        var stop = JsonPath.<String>read(stopped, "$.stops[0].id");
        ask(delete(one + "/construction/stops/" + stop).header("If-Match", "\"0\""))
                .andExpect(status().isNoContent());
        ask(get(one + "/construction")).andExpect(jsonPath("$.idle").doesNotExist());
    }

    @Test
    void ledgers_rules_and_cases_are_read_and_bad_input_is_told() throws Exception {
        var one = supplied();

        ask(get(PLOTS + "/ledgers/supplied")).andExpect(jsonPath("$.items.length()").value(1));
        ask(get(PLOTS + "/ledgers/supplied/sums"))
                .andExpect(jsonPath("$.items[0].year").value(2024));
        ask(get(PLOTS + "/ledgers/approved")).andExpect(jsonPath("$.items.length()").value(0));
        var ground = JsonPath.<Double>read(body(ask(get(one))), "$.computedM2");
        ask(get(PLOTS + "/ledgers/balance?year=" + LocalDate.now().getYear()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.percent").value(50))
                .andExpect(jsonPath("$.newlyApprovedM2").value(ground));
        ask(get(PLOTS + "/ledgers/low?year=2025"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items.length()").value(0));
        ask(get(PLOTS + "/idle")).andExpect(jsonPath("$.items.length()").value(0));
        ask(get(one + "/idle"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items.length()").value(0));
        for (var path : List.of("/idle", "/ledgers/approved", "/ledgers/low")) {
            ask(get(PLOTS + path + "?year=2025&cursor=moon"))
                    .andExpect(status().isUnprocessableContent());
        }
        ask(get(one + "/verifications/comparison?year=2025"))
                .andExpect(jsonPath("$.lines.length()").value(6));
        ask(sent(
                        post(one + "/verifications"),
                        "{\"year\": 2025, \"verdict\": \"REACHED\", \"document\": \"核1号\", \"decidedOn\": \"2026-11-01\"}"))
                .andExpect(status().isConflict());
        ask(get(PLOTS + "/supply-rules"))
                .andExpect(header().string("ETag", "\"0\""))
                .andExpect(jsonPath("$.rules.remindDays[0]").value(30));
        var rules = body(ask(get(PLOTS + "/supply-rules")));
        ask(sent(put(PLOTS + "/supply-rules").header("If-Match", "\"0\""), rules))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value(1));
    }

    @Test
    void rules_that_leave_something_out_are_refused_by_its_field() throws Exception {
        var rules = PLOTS + "/supply-rules";
        var whole = body(ask(get(rules)));
        for (var field : List.of("lowPercent", "partlyPercent", "stockPercent")) {
            ask(sent(
                            put(rules).header("If-Match", "\"0\""),
                            whole.replaceFirst("\"" + field + "\":[0-9.]+,?", "")
                                    .replace(",}", "}")))
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(jsonPath("$.errors.length()").value(1))
                    .andExpect(jsonPath("$.errors[0].field").value(field))
                    .andExpect(jsonPath("$.errors[0].message").value("必填。"));
        }
        for (var endless : List.of("1e-999999999", "1e999999999")) {
            ask(sent(
                            put(rules).header("If-Match", "\"0\""),
                            whole.replaceFirst(
                                    "\"stockPercent\":[0-9.]+", "\"stockPercent\":" + endless)))
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(jsonPath("$.errors[0].field").value("stockPercent"));
        }
        ask(sent(put(rules).header("If-Match", "\"0\""), "{}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("rules"));

        ask(get(rules))
                .andExpect(jsonPath("$.version").value(0))
                .andExpect(jsonPath("$.rules.stockPercent").value(50));
    }

    @Test
    void what_hangs_on_a_record_is_told_although_its_version_is_known() throws Exception {
        var construction = supplied() + "/construction";
        ask(get(construction).header("If-None-Match", "\"0\""))
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", "\"0\""))
                .andExpect(jsonPath("$.stops.length()").value(0));
        ask(sent(
                        post(construction + "/stops"),
                        "{\"from\": \"2025-01-01\", \"cause\": \"OWN\", \"evidence\": \"停工\"}"))
                .andExpect(status().isCreated());

        ask(get(construction).header("If-None-Match", "\"0\""))
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", "\"0\""))
                .andExpect(jsonPath("$.stops.length()").value(1));
        ask(get(construction).header("If-None-Match", "*")).andExpect(status().isOk());
    }

    @Test
    void a_case_of_idle_ground_goes_from_proposal_to_closing() throws Exception {
        var one = supplied();
        zones.in(
                "deyang",
                () -> {
                    idleTimes.run();
                    return one;
                });
        var proposed =
                body(
                        ask(get(PLOTS + "/idle"))
                                .andExpect(jsonPath("$.items.length()").value(1))
                                .andExpect(jsonPath("$.items[0].state").value("PROPOSED"))
                                .andExpect(
                                        jsonPath("$.items[0].evidence.kind").value("NOT_STARTED"))
                                .andExpect(
                                        jsonPath("$.items[0].evidence.since").value("2024-06-30")));
        var idle = PLOTS + "/idle/" + JsonPath.<String>read(proposed, "$.items[0].id");
        var version = JsonPath.<Integer>read(proposed, "$.items[0].version");
        var closing = "{\"reason\": \"已动工\"}";
        var fee =
                "{\"kind\": \"FEE\", \"deadline\": \"%s\"}".formatted(LocalDate.now().plusDays(30));

        ask(sent(post(idle + "/measures"), fee)).andExpect(status().isConflict());
        ask(sent(post(idle + "/confirmation").header("If-Match", tag(version)), "{}"))
                .andExpect(status().isBadRequest());
        ask(sent(
                        post(idle + "/confirmation").header("If-Match", tag(version)),
                        "{\"document\": \"闲置认定1号\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("CONFIRMED"))
                .andExpect(jsonPath("$.document").value("闲置认定1号"));
        var measured =
                body(
                        ask(sent(post(idle + "/measures"), fee))
                                .andExpect(status().isCreated())
                                .andExpect(
                                        jsonPath("$.measures[0].amountYuan").value(1_920_000.0)));
        ask(get(idle).header("If-None-Match", tag(version + 1)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.measures.length()").value(1));
        ask(sent(post(idle + "/closing").header("If-Match", tag(version + 1)), closing))
                .andExpect(status().isConflict());

        var measure = JsonPath.<String>read(measured, "$.measures[0].id");
        ask(sent(
                        post(idle + "/measures/" + measure + "/done").header("If-Match", tag(0)),
                        "{\"doneOn\": \"%s\", \"document\": \"缴款书\"}"
                                .formatted(LocalDate.now().minusDays(1))))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.measures[0].document").value("缴款书"));
        ask(sent(post(idle + "/closing").header("If-Match", tag(version)), closing))
                .andExpect(status().isPreconditionFailed());
        ask(sent(post(idle + "/closing").header("If-Match", tag(version + 1)), closing))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("CLOSED"));
        ask(get(PLOTS + "/idle")).andExpect(jsonPath("$.items.length()").value(0));
        ask(get(PLOTS + "/idle?state=CLOSED")).andExpect(jsonPath("$.items.length()").value(1));
    }

    @Test
    void another_zone_sees_nothing() throws Exception {
        var one = supplied();

        for (var path :
                List.of(
                        "/contract",
                        "/contracts",
                        "/payments",
                        "/construction",
                        "/idle",
                        "/lease-checks",
                        "/verifications",
                        "/verifications/comparison?year=2025")) {
            ask(get(one + path), "luzhou").andExpect(status().isNotFound());
        }
        ask(sent(post(one + "/contract"), NOTE), "luzhou").andExpect(status().isNotFound());
        for (var path : List.of("/idle", "/ledgers/supplied", "/ledgers/low?year=2025")) {
            ask(get(PLOTS + path), "luzhou").andExpect(jsonPath("$.items.length()").value(0));
        }
    }

    private String supplied() throws Exception {
        var one = PLOTS + "/" + announced();
        ask(sent(post(one + "/contract"), NOTE)).andExpect(status().isCreated());
        ask(sent(post(one + "/moves"), "{\"to\": \"SUPPLIED\"}")).andExpect(status().isOk());
        return one;
    }

    private String announced() throws Exception {
        for (var layer : List.of("DETAILED_PLAN", "URBAN_BORDER")) {
            ask(file(
                            "/api/v1/layers/" + layer,
                            "SRID=4490;POLYGON((104.3 31.0, 104.5 31.0, 104.5 31.2, 104.3 31.2, 104.3 31.0))"))
                    .andExpect(status().isCreated());
        }
        var id =
                JsonPath.<String>read(
                        body(
                                ask(file(PLOTS + "/imports", GEOJSON))
                                        .andExpect(status().isCreated())),
                        "$.plots[0].id");
        for (var to : List.of("RESERVE", "APPROVED", "ANNOUNCED")) {
            ask(sent(post(PLOTS + "/" + id + "/moves"), "{\"to\": \"%s\"}".formatted(to)))
                    .andExpect(status().isOk());
        }
        assertThat(id).isNotBlank();
        return id;
    }

    private static String tag(int version) {
        return "\"" + version + "\"";
    }

    private void sql(String statement) throws Exception {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute(statement);
        }
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
