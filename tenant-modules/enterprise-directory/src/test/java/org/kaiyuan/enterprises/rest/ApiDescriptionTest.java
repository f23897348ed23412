package org.kaiyuan.enterprises.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kaiyuan.testing.ApiDescribed;
import org.kaiyuan.testing.KaiyuanTest;

/** The API of 企业档案 and of the platform, as an outsider reads it. */
@KaiyuanTest
class ApiDescriptionTest extends ApiDescribed {

    @Test
    void posts_take_an_idempotency_key_and_changes_the_version_they_are_based_on()
            throws Exception {
        var paths = api().path("paths");

        assertThat(api().at("/components/schemas").propertyNames()).contains("Enterprise");
        assertThat(parameters(paths.at("/~1api~1v1~1enterprises/post")))
                .contains("Idempotency-Key");
        var change = paths.at("/~1api~1v1~1enterprises~1{id}/patch");
        assertThat(parameters(change)).contains("If-Match");
        assertThat(change.path("requestBody").path("content").propertyNames())
                .containsExactly("application/merge-patch+json");
        assertThat(change.path("responses").propertyNames())
                .contains("200", "400", "401", "403", "404", "412", "422", "428");
    }
}
