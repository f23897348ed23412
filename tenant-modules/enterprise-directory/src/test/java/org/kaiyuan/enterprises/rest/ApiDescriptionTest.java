package org.kaiyuan.enterprises.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kaiyuan.testing.KaiyuanTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an outsider reads of the API is complete; words are in {@code api/<word>.yaml}. */
@KaiyuanTest
class ApiDescriptionTest {
    @Autowired MockMvc http;
    @Autowired JsonMapper json;

    @Test
    void every_operation_says_what_it_does_takes_and_answers() throws Exception {
        var api = api();
        var faults = new ArrayList<String>();

        for (var path : api.path("paths").properties()) {
            assertThat(path.getKey()).startsWith("/api/v1/");
            for (var operation : path.getValue().properties()) {
                check(operation.getKey() + " " + path.getKey(), operation.getValue(), faults);
            }
        }

        assertThat(faults).isEmpty();
        assertThat(api.path("paths").size()).isGreaterThan(8);
        assertThat(api.at("/components/schemas").propertyNames()).contains("Problem", "Enterprise");
    }

    @Test
    void posts_take_an_idempotency_key_and_changes_the_version_they_are_based_on()
            throws Exception {
        var paths = api().path("paths");

        assertThat(parameters(paths.at("/~1api~1v1~1enterprises/post")))
                .contains("Idempotency-Key");
        var change = paths.at("/~1api~1v1~1enterprises~1{id}/patch");
        assertThat(parameters(change)).contains("If-Match");
        assertThat(change.path("requestBody").path("content").propertyNames())
                .containsExactly("application/merge-patch+json");
        assertThat(change.path("responses").propertyNames())
                .contains("200", "400", "401", "403", "404", "412", "422", "428");
    }

    @Test
    void nothing_but_the_api_is_described() throws Exception {
        assertThat(api().path("paths").propertyNames())
                .noneMatch(path -> path.contains("actuator") || path.contains("login"));
    }

    private static void check(String name, JsonNode operation, List<String> faults) {
        if (operation.path("summary").asString("").isBlank()) {
            faults.add(name + ": no summary");
        }
        if (operation.path("tags").isEmpty()) {
            faults.add(name + ": no tag");
        }
        for (var parameter : operation.path("parameters")) {
            if (parameter.path("description").asString("").isBlank()) {
                faults.add(name + ": parameter " + parameter.path("name") + " without description");
            }
        }
        for (var media : operation.path("requestBody").path("content").properties()) {
            boolean shown =
                    media.getValue().has("example") || media.getKey().startsWith("multipart/");
            if (!shown) {
                faults.add(name + ": no example of what it takes");
            }
        }
        for (var answer : operation.path("responses").properties()) {
            if (answer.getValue().path("description").asString("").isBlank()) {
                faults.add(name + ": " + answer.getKey() + " without description");
            }
            if (answer.getKey().startsWith("2") && !answer.getKey().equals("204")) {
                for (var media : answer.getValue().path("content").properties()) {
                    if (!media.getValue().has("example")) {
                        faults.add(name + ": no example of its answer");
                    }
                }
            }
        }
    }

    private static List<String> parameters(JsonNode operation) {
        var names = new ArrayList<String>();
        operation.path("parameters").forEach(p -> names.add(p.path("name").asString("")));
        return names;
    }

    private JsonNode api() throws Exception {
        var body =
                http.perform(get("/v3/api-docs"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8);
        return json.readTree(body);
    }
}
