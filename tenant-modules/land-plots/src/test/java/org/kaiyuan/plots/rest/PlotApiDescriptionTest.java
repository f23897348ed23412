package org.kaiyuan.plots.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.kaiyuan.testing.ApiDescribed;
import org.kaiyuan.testing.KaiyuanTest;
import tools.jackson.databind.JsonNode;

/** The API of 地块 as an outsider reads it. */
@KaiyuanTest
class PlotApiDescriptionTest extends ApiDescribed {
    private static final String PROBLEM = "application/problem+json";
    private static final Pattern OURS =
            Pattern.compile("^/api/v1/(plots|layers|buildings|units|leases)");

    @Test
    void an_import_tells_what_it_did_or_would_do_also_when_nothing_came_in() throws Exception {
        for (var path : List.of("/api/v1/plots/imports", "/api/v1/layers/{kind}")) {
            var answers = api().path("paths").path(path).path("post").path("responses");

            assertThat(answers.propertyNames()).contains("200", "201", "409");
            var form = form(answers.path("201"));
            assertThat(form.path("$ref").asString("")).endsWith("ImportAnswer");
            assertThat(form(answers.path("200"))).isEqualTo(form);
            assertThat(form(answers.path("409"))).isEqualTo(form);
            assertThat(answers.path("409").path("content").has(PROBLEM)).isTrue();
            assertThat(answers.path("200").path("content").has(PROBLEM)).isFalse();
        }
    }

    @Test
    void what_promises_a_conflict_describes_it() throws Exception {
        int promising = 0;
        for (var path : api().path("paths").properties()) {
            if (!OURS.matcher(path.getKey()).find()) {
                continue;
            }
            for (var operation : path.getValue().properties()) {
                if (operation.getValue().path("description").asString("").contains("409")) {
                    promising++;
                    assertThat(
                                    operation
                                            .getValue()
                                            .path("responses")
                                            .path("409")
                                            .path("content")
                                            .has(PROBLEM))
                            .as("%s %s", operation.getKey(), path.getKey())
                            .isTrue();
                }
            }
        }
        assertThat(promising).isGreaterThan(15);
    }

    @Test
    void a_list_says_how_much_of_it_is_given_at_once() throws Exception {
        assertThat(limit("/api/v1/plots")).contains("500");
        assertThat(limit("/api/v1/plots/{id}/history")).contains("200");
        assertThat(limit("/api/v1/plots/idle")).contains("200");
        assertThat(limit("/api/v1/plots/ledgers/low")).contains("500");
        assertThat(limit("/api/v1/plots/tasks")).contains("200");
        assertThat(limit("/api/v1/leases/overdue")).contains("500");
    }

    private String limit(String path) throws Exception {
        for (var parameter : api().path("paths").path(path).path("get").path("parameters")) {
            if ("limit".equals(parameter.path("name").asString(""))) {
                return parameter.path("description").asString("");
            }
        }
        throw new AssertionError(path + " has no limit");
    }

    /** Of its JSON. */
    private static JsonNode form(JsonNode answer) {
        for (var media : answer.path("content").properties()) {
            if (!media.getKey().equals(PROBLEM)) {
                return media.getValue().path("schema");
            }
        }
        throw new AssertionError(answer + " has no form");
    }
}
