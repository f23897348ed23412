package org.kaiyuan.leads.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kaiyuan.testing.ApiDescribed;
import org.kaiyuan.testing.KaiyuanTest;

/** The API of 招商线索 as an outsider reads it. */
@KaiyuanTest
class LeadApiDescriptionTest extends ApiDescribed {

    @Test
    void changes_name_the_version_they_are_based_on_and_moves_may_be_in_conflict()
            throws Exception {
        var paths = api().path("paths");

        assertThat(api().at("/components/schemas").propertyNames()).contains("Lead");
        for (var change :
                new String[] {
                    "~1{id}/put",
                    "~1{id}/patch",
                    "~1{id}/delete",
                    "~1{id}~1agreements~1{agreement}/put",
                    "~1rules/put",
                    "~1score-tables/post"
                }) {
            var operation = paths.at("/~1api~1v1~1leads" + change);
            assertThat(parameters(operation)).as(change).contains("If-Match");
            assertThat(operation.path("responses").propertyNames())
                    .as(change)
                    .contains("412", "428");
        }
        assertThat(paths.at("/~1api~1v1~1leads~1{id}~1moves/post/responses").propertyNames())
                .contains("200", "404", "409", "422");
        assertThat(api().at("/components/schemas/Problem/properties").propertyNames())
                .contains("rules");
    }
}
