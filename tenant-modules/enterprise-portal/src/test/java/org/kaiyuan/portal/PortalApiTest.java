package org.kaiyuan.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.refusal.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;

/** The park's side of the portal as programs use it. */
class PortalApiTest extends PortalTest {
    private static final String ALL = "/api/v1/portal/representatives";
    private static final String CONFIRM = PortalPermissions.CONFIRM;

    @Autowired MockMvc http;
    @Autowired JsonMapper json;
    @Autowired Messages messages;

    @Test
    void a_request_is_listed_confirmed_and_ended() throws Exception {
        var firm = firm(park);
        register("wang", asked(park, firm.creditCode()));
        var listed =
                ask(get(ALL))
                        .andExpect(status().isOk())
                        .andExpect(jsonPath("$.items.length()").value(1))
                        .andExpect(jsonPath("$.items[0].phone").value("13800001234"))
                        .andExpect(jsonPath("$.next").doesNotExist());
        var id = read(listed, "$.items[0].id");

        ask(post(ALL + "/" + id + "/confirm"), "{\"version\": 9}").andExpect(status().isConflict());
        ask(post(ALL + "/" + id + "/confirm"), "{\"version\": 0, \"administrator\": false}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("CONFIRMED"))
                .andExpect(jsonPath("$.administrator").value(false))
                .andExpect(jsonPath("$.phone").value("138****1234"));
        ask(get("/api/v1/portal/enterprises/" + firm.id() + "/representatives"))
                .andExpect(jsonPath("$.items[0].id").value(id));
        ask(post(ALL + "/" + id + "/end"), "{\"version\": 1, \"reason\": \"已离职\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("ENDED"));
        assertThat(signedIn("wang").tenantId()).isNull();
    }

    @Test
    void a_page_ends_where_the_next_begins() throws Exception {
        for (int i = 0; i < 3; i++) {
            register("many" + i, asked(park, newCode()));
        }
        var first = ask(get(ALL).param("limit", "2"));
        var rest = ask(get(ALL).param("limit", "2").param("cursor", read(first, "$.next")));

        first.andExpect(jsonPath("$.items.length()").value(2));
        rest.andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].username").value(park + "-many2"))
                .andExpect(jsonPath("$.next").doesNotExist());
    }

    @Test
    void a_code_is_made_shown_once_and_taken_back() throws Exception {
        var firm = firm(park);
        var codes = "/api/v1/portal/enterprises/" + firm.id() + "/codes";
        var made =
                ask(post(codes), "{\"administrator\": true, \"madeFor\": \"王芳\"}")
                        .andExpect(status().isCreated());
        assertThat(read(made, "$.code")).matches("([0-9A-Z]{4}-){3}[0-9A-Z]{4}");

        ask(get(codes))
                .andExpect(jsonPath("$.items[0].madeFor").value("王芳"))
                .andExpect(jsonPath("$.items[0].code").doesNotExist());
        ask(delete(codes + "/" + read(made, "$.id"))).andExpect(status().isNoContent());
        ask(get(codes)).andExpect(jsonPath("$.items.length()").value(0));
    }

    @Test
    void a_foreign_id_and_a_missing_one_get_the_same_answer() throws Exception {
        var firm = firm("q" + park.substring(1));
        for (var id : List.of(firm.id().value(), UUID.randomUUID())) {
            ask(get("/api/v1/portal/enterprises/" + id + "/representatives"))
                    .andExpect(status().isNotFound());
            ask(post("/api/v1/portal/enterprises/" + id + "/codes"), "{\"administrator\": true}")
                    .andExpect(status().isNotFound());
            ask(get(ALL + "/" + id)).andExpect(status().isNotFound());
        }
        http.perform(get(ALL).with(authentication(zones.somebody(park, "enterprises:read"))))
                .andExpect(status().isForbidden());
    }

    @Test
    void every_operation_says_what_it_does_takes_and_answers() throws Exception {
        var api =
                json.readTree(
                        http.perform(get("/v3/api-docs"))
                                .andReturn()
                                .getResponse()
                                .getContentAsString(StandardCharsets.UTF_8));
        var faults = new ArrayList<String>();
        int seen = 0;
        for (var path : api.path("paths").properties()) {
            if (!path.getKey().startsWith("/api/v1/portal/")) {
                continue;
            }
            for (var operation : path.getValue().properties()) {
                var name = operation.getKey() + " " + path.getKey();
                var said = operation.getValue();
                seen++;
                if (said.path("summary").asString("").isBlank()) {
                    faults.add(name + ": no summary");
                }
                for (var parameter : said.path("parameters")) {
                    if (parameter.path("description").asString("").isBlank()) {
                        faults.add(name + ": " + parameter.path("name") + " undescribed");
                    }
                }
                for (var media : said.path("requestBody").path("content").properties()) {
                    if (!media.getValue().has("example")) {
                        faults.add(name + ": no example of what it takes");
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(seen).isEqualTo(9);
    }

    @Test
    void every_sentence_is_there_in_chinese_and_in_english() {
        assertThat(messages.chineseKeys())
                .containsExactlyInAnyOrderElementsOf(messages.englishKeys())
                .anyMatch(key -> key.startsWith("portal."));
        for (var state : RepresentativeState.values()) {
            assertThat(messages.of(state)).doesNotContain(".");
        }
    }

    private ResultActions ask(MockHttpServletRequestBuilder request, String body) throws Exception {
        return ask(request.contentType(MediaType.APPLICATION_JSON).content(body));
    }

    private ResultActions ask(MockHttpServletRequestBuilder request) throws Exception {
        return http.perform(request.with(authentication(zones.somebody(park, CONFIRM))));
    }

    private static String read(ResultActions answer, String path) throws Exception {
        return JsonPath.<String>read(
                answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8), path);
    }
}
