package org.kaiyuan.plots.rest;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.leads.LeadDraft;
import org.kaiyuan.leads.LeadId;
import org.kaiyuan.leads.LeadRegistration;
import org.kaiyuan.plots.PlotId;
import org.kaiyuan.plots.PlotReservations;
import org.kaiyuan.plots.ReservationForSigned;
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
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Leads and places over HTTP. */
@KaiyuanTest
class MatchApiTest {
    private static final String PLOTS = "/api/v1/plots";

    // about 190 m by 220 m
    private static final String GEOJSON =
            """
            {"type": "FeatureCollection", "features": [{"type": "Feature",
             "properties": {"地块编号": "DY-01", "地块名称": "甲地块", "地类编码": "100102"},
             "geometry": {"type": "Polygon", "coordinates": [[[104.40, 31.10], [104.402, 31.10], [104.402, 31.102],
              [104.40, 31.102], [104.40, 31.10]]]}}]}
            """;

    @Autowired MockMvc http;
    @Autowired LeadRegistration leads;
    @Autowired PlotReservations reservations;
    @Autowired ReservationForSigned signed;
    @Autowired PlatformTransactionManager transactions;
    @Autowired Zones zones;
    @Autowired TestServers servers;

    @BeforeEach
    void bare_ground() throws Exception {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute(
                    "truncate plots.plot, plots.building, plots.layer_shape, leads.lead cascade");
        }
    }

    @Test
    void places_for_a_lead_and_leads_for_a_plot_come_with_reasons_in_the_callers_language()
            throws Exception {
        var plot = brought();
        var lead = lead("甲项目");

        ask(get(PLOTS + "/match?lead=" + lead), "*")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.plots.items[0].plot.id").value(plot))
                .andExpect(jsonPath("$.plots.items[0].score").isNumber())
                .andExpect(jsonPath("$.plots.items[0].reasons[0].text").value(containsString("亩")))
                .andExpect(jsonPath("$.units.groundOnly").value(true));
        ask(get(PLOTS + "/match?lead=" + lead).header("Accept-Language", "en"), "*")
                .andExpect(
                        jsonPath("$.plots.items[0].reasons[0].text").value(containsString(" mu")));
        ask(get(PLOTS + "/match?lead=" + lead), "plots:read", "leads:read")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.plots.items.length()").value(1))
                .andExpect(jsonPath("$.units").doesNotExist());
        ask(get("/api/v1/units/match?lead=" + lead), "plots:floors-read", "leads:read")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.groundOnly").value(true));
        ask(get(PLOTS + "/" + plot + "/leads"), "plots:read", "leads:read")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[0].lead.projectName").value("甲项目"));
    }

    @Test
    void who_may_see_only_one_side_gets_neither() throws Exception {
        var plot = brought();
        var lead = lead("甲项目");

        for (var permission : List.of("plots:read", "leads:read")) {
            ask(get(PLOTS + "/match?lead=" + lead), permission).andExpect(status().isForbidden());
            ask(get(PLOTS + "/" + plot + "/leads"), permission).andExpect(status().isForbidden());
            ask(get("/api/v1/units/match?lead=" + lead), permission, "plots:supply")
                    .andExpect(status().isForbidden());
        }
        ask(get("/api/v1/units/match?lead=" + UUID.randomUUID()), "*")
                .andExpect(status().isNotFound());
        ask(get(PLOTS + "/match?lead=" + UUID.randomUUID()), "*").andExpect(status().isNotFound());
        ask(get(PLOTS + "/match?lead=moon"), "*").andExpect(status().is4xxClientError());
    }

    @Test
    void plots_are_chosen_and_what_could_not_be_held_is_a_task_until_it_is_done() throws Exception {
        var plot = brought();
        var lead = lead("甲项目");
        var chosen = "{\"lead\": \"" + lead + "\"}";
        ask(sent(post(PLOTS + "/" + plot + "/preferences"), chosen), "*")
                .andExpect(status().isNoContent());
        ask(get(PLOTS + "/preferences?lead=" + lead), "*")
                .andExpect(jsonPath("$.items[0].plot").value(plot))
                .andExpect(jsonPath("$.items[0].place").value(1));
        var other = lead("乙项目");
        zones.in(
                "deyang",
                () ->
                        reservations.reserve(
                                new PlotId(UUID.fromString(plot)),
                                new LeadId(UUID.fromString(other)),
                                LocalDate.now().plusDays(9),
                                false));
        signed(lead);

        var open =
                ask(get(PLOTS + "/tasks"), "*")
                        .andExpect(jsonPath("$.items[0].reason").value("HELD"))
                        .andExpect(jsonPath("$.items[0].leadName").value("甲项目"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8);
        var done = PLOTS + "/tasks/" + JsonPath.<String>read(open, "$.items[0].id") + "/done";
        ask(sent(post(done), "{\"note\": \" \"}"), "*")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("note"));
        ask(sent(post(done), "{\"note\": \"改供其他地块\"}"), "*").andExpect(status().isNoContent());
        ask(sent(post(done), "{\"note\": \"改供其他地块\"}"), "*").andExpect(status().isNotFound());
        ask(get(PLOTS + "/tasks"), "*").andExpect(jsonPath("$.items.length()").value(0));
        ask(get(PLOTS + "/tasks?cursor=moon"), "*").andExpect(status().isUnprocessableContent());

        ask(sent(post(PLOTS + "/" + plot + "/preferences/withdrawal"), chosen), "*")
                .andExpect(status().isNoContent());
        ask(get(PLOTS + "/preferences?lead=" + lead), "*")
                .andExpect(jsonPath("$.items.length()").value(0));
    }

    private void signed(String lead) throws Exception {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute(
                    "select set_config('app.tenant_id', '"
                            + zones.zone("deyang").value()
                            + "', false)");
            sql.execute("update leads.lead set stage = 'SIGNED' where id = '" + lead + "'");
        }
        zones.in(
                "deyang",
                () -> {
                    new TransactionTemplate(transactions)
                            .executeWithoutResult(t ->
                                    signed.reserve(
                                            new LeadId(UUID.fromString(lead)), UUID.randomUUID()));
                    return lead;
                });
    }

    private String brought() throws Exception {
        var file =
                MockMvcRequestBuilders.multipart(PLOTS + "/imports")
                        .file(
                                new MockMultipartFile(
                                        "file",
                                        "plots.dat",
                                        MediaType.APPLICATION_OCTET_STREAM_VALUE,
                                        GEOJSON.getBytes(StandardCharsets.UTF_8)));
        return JsonPath.read(
                ask(file, "*")
                        .andExpect(status().isCreated())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8),
                "$.plots[0].id");
    }

    private String lead(String name) {
        return zones.in(
                        "deyang",
                        () ->
                                leads.register(
                                        LeadDraft.named(name)
                                                .wantedLandM2(new BigDecimal("42000"))
                                                .profile(),
                                        true))
                .toString();
    }

    private ResultActions ask(
            AbstractMockHttpServletRequestBuilder<?> request, String... permissions)
            throws Exception {
        return http.perform(
                request.with(
                        SecurityMockMvcRequestPostProcessors.authentication(
                                zones.somebody("deyang", permissions))));
    }

    private static AbstractMockHttpServletRequestBuilder<?> sent(
            AbstractMockHttpServletRequestBuilder<?> request, String body) {
        return request.contentType(MediaType.APPLICATION_JSON).content(body);
    }
}
