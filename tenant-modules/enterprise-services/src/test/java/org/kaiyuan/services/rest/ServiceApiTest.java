package org.kaiyuan.services.rest;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
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
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** The catalogue over HTTP. */
@KaiyuanTest
class ServiceApiTest {
    private static final String ROOT = "/api/v1/services/catalogue";
    private static final String NOTE =
            "{\"guide\": {\"title\": \"%s\"}, \"kind\": \"COMMITTED\", \"promisedDays\": %d%s}";

    @Autowired MockMvc http;
    @Autowired Zones zones;
    @Autowired TestServers servers;

    @BeforeEach
    void no_services() throws Exception {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("truncate services.service cascade");
        }
    }

    private ResultActions ask(
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

    private ResultActions get(String path) throws Exception {
        return ask("deyang", MockMvcRequestBuilders.get(ROOT + path));
    }

    private static AbstractMockHttpServletRequestBuilder<?> with(
            AbstractMockHttpServletRequestBuilder<?> request, String body) {
        return request.contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private ResultActions begin(String title, String more) throws Exception {
        return ask(
                "deyang",
                with(
                        MockMvcRequestBuilders.post(ROOT),
                        "{\"track\": \"PARK\", \"says\": " + NOTE.formatted(title, 5, more) + "}"));
    }

    private ResultActions post(String path, long basedOn) throws Exception {
        return ask(
                "deyang",
                MockMvcRequestBuilders.post(ROOT + path).header("If-Match", "\"" + basedOn + "\""));
    }

    private static String id(ResultActions answered) throws Exception {
        return JsonPath.read(
                answered.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8),
                "$.id");
    }

    @Test
    void a_service_is_begun_written_published_closed_and_opened_again() throws Exception {
        var id =
                id(
                        begin("场地租用", "")
                                .andExpect(status().isCreated())
                                .andExpect(header().string("ETag", "\"1\""))
                                .andExpect(jsonPath("$.code").value("FW0001"))
                                .andExpect(jsonPath("$.draft.procedure.steps.length()").value(7))
                                .andExpect(jsonPath("$.current").value(nullValue())));
        get("/" + id + "/edition").andExpect(status().isNotFound());
        var file = UUID.randomUUID();
        var other =
                NOTE.formatted(
                        "场地预约",
                        3,
                        ", \"topics\": [\"场地\"], \"materials\": [{\"key\": \"a\", \"name\": \"申请表\", \"required\": true, \"samples\": [{\"file\": \""
                                + file
                                + "\", \"name\": \"样表\"}]}]");
        ask("deyang", with(MockMvcRequestBuilders.put(ROOT + "/" + id + "/draft"), other))
                .andExpect(status().isPreconditionRequired());
        ask(
                        "deyang",
                        with(MockMvcRequestBuilders.put(ROOT + "/" + id + "/draft"), other)
                                .header("If-Match", "\"1\""))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.draft.materials[0].samples[0].file").value(file.toString()));
        post("/" + id + "/publication", 1).andExpect(status().isPreconditionFailed());
        post("/" + id + "/publication", 2)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("OPEN"))
                .andExpect(jsonPath("$.draft").value(nullValue()))
                .andExpect(jsonPath("$.current.says.guide.title").value("场地预约"));
        post("/" + id + "/publication", 3).andExpect(status().isConflict());
        post("/" + id + "/closing", 3).andExpect(jsonPath("$.state").value("CLOSED"));
        post("/" + id + "/closing", 4).andExpect(status().isConflict());
        post("/" + id + "/reopening", 4).andExpect(jsonPath("$.state").value("OPEN"));
        get("?q=场地&state=OPEN&topic=场地")
                .andExpect(jsonPath("$.items[0].id").value(id))
                .andExpect(jsonPath("$.next").value(nullValue()));
        get("?track=TICKET").andExpect(jsonPath("$.items.length()").value(0));
        get("?cursor=gestern").andExpect(status().isUnprocessableContent());
        get("/" + id + "/editions").andExpect(jsonPath("$.items[0].number").value(1));
        get("/" + id + "/edition?number=1").andExpect(jsonPath("$.says.promisedDays").value(3));
        get("/" + id + "/edition?number=2").andExpect(status().isNotFound());
        ask(
                        "deyang",
                        MockMvcRequestBuilders.delete(ROOT + "/" + id + "/draft")
                                .header("If-Match", "\"5\""))
                .andExpect(status().isConflict());
    }

    @Test
    void what_hinders_publishing_is_said_by_field_and_in_the_language_that_is_asked_for()
            throws Exception {
        var id = id(begin("甲", ", \"topics\": [\"\"]"));
        get("/" + id + "/faults")
                .andExpect(jsonPath("$.items[0].field").value("topics[0]"))
                .andExpect(jsonPath("$.items[0].message").value("请填写。"));
        ask(
                        "deyang",
                        MockMvcRequestBuilders.get(ROOT + "/" + id + "/faults")
                                .header("Accept-Language", "en"))
                .andExpect(jsonPath("$.items[0].message").value(containsString("Please")));
        post("/" + id + "/publication", 1)
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("topics[0]"));
        begin("", "")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("guide.title"));
        begin(
                        "甲",
                        ", \"form\": {\"sections\": [{\"title\": \"一\", \"fields\": [{\"key\": \"a\", \"kind\": \"TEXT\", \"label\": \"甲\", \"required\": true}]}]}")
                .andExpect(status().isBadRequest());
        begin("甲", ", \"topics\": [null]").andExpect(status().isBadRequest());
    }

    @Test
    void another_zone_and_who_may_only_read_change_nothing() throws Exception {
        var id = id(begin("甲", ""));
        for (var path : new String[] {"", "/editions", "/edition", "/faults"}) {
            ask("luzhou", MockMvcRequestBuilders.get(ROOT + "/" + id + path))
                    .andExpect(status().isNotFound());
        }
        ask(
                        "luzhou",
                        MockMvcRequestBuilders.post(ROOT + "/" + id + "/publication")
                                .header("If-Match", "\"1\""))
                .andExpect(status().isNotFound());
        ask(
                        "deyang",
                        MockMvcRequestBuilders.post(ROOT + "/" + id + "/publication")
                                .header("If-Match", "\"1\""),
                        "services:read")
                .andExpect(status().isForbidden());
        ask("deyang", MockMvcRequestBuilders.get(ROOT), "portal:enter")
                .andExpect(status().isForbidden());
    }
}
