package org.kaiyuan.services.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kaiyuan.testing.ApiDescribed;
import org.kaiyuan.testing.KaiyuanTest;

/** The API of 企业服务 as an outsider reads it. */
@KaiyuanTest
class ServicesApiDescriptionTest extends ApiDescribed {
    private static final String OURS = "/api/v1/services/catalogue";

    @Test
    void changes_name_the_version_that_they_are_based_on() throws Exception {
        for (var path : List.of("publication", "closing", "reopening")) {
            var change = api().path("paths").path(OURS + "/{id}/" + path).path("post");
            assertThat(parameters(change)).as(path).contains("If-Match");
            assertThat(change.path("responses").propertyNames()).contains("409", "412", "428");
        }
    }

    @Test
    void a_file_of_a_case_may_name_its_material() throws Exception {
        var attach = api().path("paths").path("/api/v1/services/cases/{id}/files").path("post");

        assertThat(parameters(attach)).contains("material");
        assertThat(attach.path("responses").propertyNames()).contains("422");
    }
}
