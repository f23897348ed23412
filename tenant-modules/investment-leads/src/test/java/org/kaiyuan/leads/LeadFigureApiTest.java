package org.kaiyuan.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Figures and fairs over HTTP. */
@KaiyuanTest
@ActAsZone("deyang")
class LeadFigureApiTest {
    private static final String FAIRS = "/api/v1/leads/fairs";

    @Autowired MockMvc http;
    @Autowired LeadRegistration registration;
    @Autowired Zones zones;
    @Autowired TestServers servers;

    @BeforeEach
    void no_leads() throws Exception {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("truncate leads.lead, leads.fair, leads.target cascade");
        }
    }

    @Test
    void the_funnel_is_narrowed_and_taken_apart_by_parameters() throws Exception {
        registration.register(LeadDraft.named("甲").way(InvestmentWay.EXHIBITION).profile(), false);
        registration.register(LeadDraft.named("乙").way(InvestmentWay.WALK_IN).profile(), false);

        ask(get("/api/v1/leads/funnel?groupBy=WAY&way=EXHIBITION"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.whole.leads").value(1))
                .andExpect(jsonPath("$.groups.length()").value(1))
                .andExpect(jsonPath("$.groups[0].key").value("EXHIBITION"))
                .andExpect(jsonPath("$.groups[0].steps.length()").value(11))
                .andExpect(
                        jsonPath("$.groups[0].steps[0].nowList")
                                .value("stage=CLUE&state=ACTIVE&way=EXHIBITION"));
        ask(get("/api/v1/leads/funnel?groupBy=MOON")).andExpect(status().isBadRequest());
        ask(get("/api/v1/leads/rates?year=2026"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.year").value(2026))
                .andExpect(jsonPath("$.all.signed.leads").value(0))
                .andExpect(jsonPath("$.all.home.currency").value("CNY"));
        ask(get("/api/v1/leads/attention"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.stuck.leads").value(0));
        ask(get("/api/v1/leads/chain"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.industries.length()").value(6))
                .andExpect(jsonPath("$.outside").value(2));
        ask(get("/api/v1/leads/targets?year=2026&quarter=4")).andExpect(status().isOk());
    }

    @Test
    void a_fair_is_changed_by_whoever_saw_it_last() throws Exception {
        var made =
                ask(sent(post(FAIRS), "{\"name\": \"西博会\", \"heldOn\": \"2026-05-25\"}"))
                        .andExpect(status().isCreated())
                        .andExpect(header().string("ETag", "\"0\""))
                        .andReturn()
                        .getResponse()
                        .getHeader("Location");
        assertThat(made).startsWith(FAIRS + "/");

        ask(sent(put(made), "{\"name\": \"西博会\", \"heldOn\": \"2026-05-26\"}"))
                .andExpect(status().isPreconditionRequired());
        ask(sent(
                        put(made).header("If-Match", "\"0\""),
                        "{\"name\": \"\", \"heldOn\": \"2026-05-26\"}"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("name"));
        ask(sent(
                        put(made).header("If-Match", "\"0\""),
                        "{\"name\": \"西博会\", \"heldOn\": \"2026-05-26\", \"endedOn\": \"2026-05-29\"}"))
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", "\"1\""))
                .andExpect(jsonPath("$.endedOn").value("2026-05-29"));
        ask(sent(
                        put(made).header("If-Match", "\"0\""),
                        "{\"name\": \"西博会\", \"heldOn\": \"2026-05-27\"}"))
                .andExpect(status().isPreconditionFailed());
        ask(sent(post(FAIRS), "{\"name\": \"西博会\", \"heldOn\": \"2026-05-26\"}"))
                .andExpect(status().isConflict());
        http.perform(get(made).with(as("luzhou"))).andExpect(status().isNotFound());
        ask(delete(made).header("If-Match", "\"1\"")).andExpect(status().isNoContent());
        ask(get(made)).andExpect(status().isNotFound());
    }

    private ResultActions ask(MockHttpServletRequestBuilder request) throws Exception {
        return http.perform(request.with(as("deyang")));
    }

    private org.springframework.test.web.servlet.request.RequestPostProcessor as(String zone) {
        return SecurityMockMvcRequestPostProcessors.authentication(zones.somebody(zone, "*"));
    }

    private static MockHttpServletRequestBuilder sent(
            MockHttpServletRequestBuilder request, String body) {
        return request.contentType(MediaType.APPLICATION_JSON).content(body);
    }
}
