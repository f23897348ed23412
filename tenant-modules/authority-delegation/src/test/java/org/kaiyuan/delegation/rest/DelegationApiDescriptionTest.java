package org.kaiyuan.delegation.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kaiyuan.testing.ApiDescribed;
import org.kaiyuan.testing.KaiyuanTest;

/** The API of 权责清单 as an outsider reads it. */
@KaiyuanTest
class DelegationApiDescriptionTest extends ApiDescribed {
    private static final String OURS = "/api/v1/delegation/";

    @Test
    void what_promises_a_conflict_describes_it() throws Exception {
        int promising = 0;
        for (var path : api().path("paths").properties()) {
            if (!path.getKey().startsWith(OURS)) {
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
                                            .has("application/problem+json"))
                            .as("%s %s", operation.getKey(), path.getKey())
                            .isTrue();
                }
            }
        }
        assertThat(promising).isGreaterThan(10);
    }

    @Test
    void changes_name_the_version_that_they_are_based_on() throws Exception {
        for (var path : List.of("matters/{id}", "shared-matters/{id}", "papers/{id}")) {
            var change = api().path("paths").path(OURS + path).path("put");
            assertThat(parameters(change)).as(path).contains("If-Match");
            assertThat(change.path("responses").propertyNames()).contains("412", "428");
        }
    }

    @Test
    void whatever_the_issue_asks_for_is_there() throws Exception {
        assertThat(api().path("paths").propertyNames())
                .contains(
                        OURS + "matters",
                        OURS + "lists",
                        OURS + "lists/{id}/versions",
                        OURS + "lists/{id}/versions/{a}/diff/{b}",
                        OURS + "entries",
                        OURS + "decides",
                        OURS + "imports");
    }
}
