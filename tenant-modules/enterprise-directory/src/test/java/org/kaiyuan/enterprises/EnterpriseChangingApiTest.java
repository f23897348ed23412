package org.kaiyuan.enterprises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@KaiyuanTest
class EnterpriseChangingApiTest {
    private static final String ZONE = "rest-changing";
    private static final String MERGE_PATCH = "application/merge-patch+json";

    @Autowired MockMvc http;
    @Autowired EnterpriseRegistration registration;
    @Autowired EnterpriseDirectory directory;
    @Autowired Zones zones;

    @Test
    void a_patch_changes_what_it_names_empties_what_is_null_and_leaves_the_rest() throws Exception {
        var id = registered("甲有限公司");

        patched(id, tag(id), "{\"products\": \"光电元件\", \"shortName\": null}")
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", tag(id)))
                .andExpect(jsonPath("$.name").value("甲有限公司"))
                .andExpect(jsonPath("$.products").value("光电元件"))
                .andExpect(jsonPath("$.shortName").doesNotExist())
                .andExpect(jsonPath("$.contacts[0].phone").value("138****5678"));

        assertThat(details(id).profile().industryCode()).isEqualTo("C3091");
    }

    @Test
    void former_names_are_replaced_whole_and_bad_ones_refused() throws Exception {
        var id = registered("寅有限公司");

        patched(id, tag(id), "{\"formerNames\": [{\"name\": \"老厂\", \"until\": \"2001-02-03\"}]}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.formerNames[0].until").value("2001-02-03"));
        patched(id, tag(id), "{\"formerNames\": [{\"name\": \"寅有限公司\"}]}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("formerNames[0].name"));
        patched(id, tag(id), "{\"formerNames\": [{\"until\": \"2001-02-03\"}]}")
                .andExpect(status().isUnprocessableContent());
        patched(id, tag(id), "{\"formerNames\": [null]}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("formerNames[0]"));
        patched(id, tag(id), "{\"formerNames\": [{\"name\": \"老厂\", \"until\": \"昨天\"}]}")
                .andExpect(status().isBadRequest());
        assertThat(details(id).formerNames()).extracting(FormerName::name).containsExactly("老厂");

        patched(id, tag(id), "{\"name\": \"卯有限公司\"}").andExpect(status().isOk());
        assertThat(details(id).formerNames())
                .extracting(FormerName::name)
                .containsExactly("寅有限公司", "老厂");
        ask(put(path(id))
                        .header("If-Match", tag(id))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\": \"卯有限公司\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.formerNames.length()").value(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "contacts[0] | {'contacts': [null]}",
                "qualifications[0].kindCode | {'qualifications': [{'number': '1'}]}",
                "qualifications[0].kindCode | {'qualifications': [{'kindCode': 'NO_SUCH_KIND'}]}",
                "qualifications[0].validUntil | {'qualifications': [{'kindCode': 'HIGH_TECH', 'validUntil': '+99999-01-01'}]}",
                "figures[0].source | {'figures': [{'year': 2025, 'reportedOn': '2026-01-01'}]}",
                "figures[0].reportedOn | {'figures': [{'year': 2025, 'source': '企业填报'}]}",
                "figures[0].landAreaM2 | {'figures': [{'year': 2025, 'source': '企业填报', 'reportedOn': '2026-01-01', 'landAreaM2': 1e13}]}"
            })
    void what_hangs_on_a_record_is_refused_at_its_field(String field, String patch)
            throws Exception {
        var id = registered("辰有限公司");

        patched(id, tag(id), patch.replace('\'', '"'))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value(field));
    }

    @Test
    void what_was_read_can_be_written_back_and_changes_nothing() throws Exception {
        var id = registered("乙有限公司");
        var before = tag(id);
        var read = ask(get(path(id))).andReturn().getResponse().getContentAsString();

        ask(put(path(id))
                        .header("If-Match", before)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(read))
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", before));
        patched(id, before, read)
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", before));
    }

    @Test
    void a_change_based_on_an_older_version_is_refused_and_nothing_changes() throws Exception {
        var id = registered("丙有限公司");
        var seen = tag(id);
        patched(id, seen, "{\"products\": \"先\"}").andExpect(status().isOk());

        for (var late :
                new MockHttpServletRequestBuilder[] {
                    put(path(id))
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"name\": \"迟\"}"),
                    patch(path(id)).contentType(MERGE_PATCH).content("{\"products\": \"迟\"}"),
                    delete(path(id))
                }) {
            ask(late.header("If-Match", seen))
                    .andExpect(status().isPreconditionFailed())
                    .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                    .andExpect(jsonPath("$.code").value("enterprises.refusal.changedMeanwhile"));
        }
        assertThat(details(id).profile().products()).isEqualTo("先");
    }

    @Test
    void without_if_match_nothing_is_changed() throws Exception {
        var id = registered("丁有限公司");

        for (var careless :
                new MockHttpServletRequestBuilder[] {
                    put(path(id))
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"name\": \"急\"}"),
                    patch(path(id)).contentType(MERGE_PATCH).content("{\"products\": \"急\"}"),
                    delete(path(id))
                }) {
            ask(careless)
                    .andExpect(status().isPreconditionRequired())
                    .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                    .andExpect(jsonPath("$.detail").isNotEmpty());
        }
        ask(delete(path(id)).header("If-Match", "\"of somebody else\""))
                .andExpect(status().isPreconditionFailed());
        assertThat(details(id).profile().name()).isEqualTo("丁有限公司");
    }

    @Test
    void a_patch_that_makes_no_sense_is_refused_and_names_the_field() throws Exception {
        var id = registered("戊有限公司");

        patched(id, tag(id), "{\"foundedOn\": \"yesterday\"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("foundedOn"));
        patched(id, tag(id), "{\"nmae\": \"拼错了\"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("nmae"));
        patched(id, tag(id), "{\"name\": null}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("name"));
        patched(id, tag(id), "[]").andExpect(status().isBadRequest());
        patched(id, tag(id), "{").andExpect(status().isBadRequest());
        ask(patch(path(id))
                        .header("If-Match", tag(id))
                        .contentType(MediaType.APPLICATION_XML)
                        .content("<name/>"))
                .andExpect(status().isUnsupportedMediaType());
        assertThat(details(id).profile().name()).isEqualTo("戊有限公司");
    }

    @Test
    void another_zone_changes_nothing() throws Exception {
        var id = registered("己有限公司");
        var neighbour = authentication(zones.somebody("rest-neighbour", "*"));

        http.perform(
                        patch(path(id))
                                .with(neighbour)
                                .header("If-Match", tag(id))
                                .contentType(MERGE_PATCH)
                                .content("{\"name\": \"偷改\"}"))
                .andExpect(status().isNotFound());
        assertThat(details(id).profile().name()).isEqualTo("己有限公司");
    }

    @Test
    void who_may_only_read_is_told_so() throws Exception {
        var id = registered("庚有限公司");

        http.perform(
                        patch(path(id))
                                .with(authentication(zones.somebody(ZONE, "enterprises:read")))
                                .header("If-Match", tag(id))
                                .contentType(MERGE_PATCH)
                                .content("{\"name\": \"改\"}"))
                .andExpect(status().isForbidden())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.code").value("rest.refusal.forbidden"));
        http.perform(delete(path(id)).header("If-Match", tag(id)))
                .andExpect(status().isUnauthorized())
                .andExpect(header().exists("WWW-Authenticate"))
                .andExpect(jsonPath("$.code").value("rest.refusal.unauthorized"));
    }

    private EnterpriseId registered(String name) {
        return zones.in(
                ZONE,
                () ->
                        registration.register(
                                new ProfileDraft(name)
                                        .industry("C3091", "先进材料产业")
                                        .contact(
                                                new ContactLine(
                                                        null, "张三", null, "13800005678", null))
                                        .done()));
    }

    private EnterpriseDetails details(EnterpriseId id) {
        return Objects.requireNonNull(zones.in(ZONE, () -> directory.details(id)));
    }

    private String tag(EnterpriseId id) {
        return "\"" + details(id).version() + "\"";
    }

    private static String path(EnterpriseId id) {
        return "/api/v1/enterprises/" + id;
    }

    private ResultActions patched(EnterpriseId id, String tag, String patch) throws Exception {
        return ask(patch(path(id)).header("If-Match", tag).contentType(MERGE_PATCH).content(patch));
    }

    private ResultActions ask(MockHttpServletRequestBuilder request) throws Exception {
        return http.perform(request.with(authentication(zones.somebody(ZONE, "*"))));
    }

    @Test
    void notes_are_taken_and_read() throws Exception {
        var id = registered("辛有限公司");

        ask(post(path(id) + "/notes")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"text\": \"首次走访\"}"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.text").value("首次走访"))
                .andExpect(jsonPath("$.author").isNotEmpty());
        ask(get(path(id) + "/notes"))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].text").value("首次走访"));
        ask(post(path(id) + "/notes")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"text\": \"  \"}"))
                .andExpect(status().isUnprocessableContent());
        http.perform(
                        get(path(id) + "/notes")
                                .with(authentication(zones.somebody("rest-neighbour", "*"))))
                .andExpect(status().isNotFound());
    }

    @Test
    void a_contact_is_shown_whole_for_a_purpose_to_who_may_see_it() throws Exception {
        var id = registered("壬有限公司");
        var unmask =
                path(id)
                        + "/contacts/"
                        + details(id).profile().contacts().getFirst().id()
                        + "/unmask";
        var purpose = "{\"purpose\": \"电话回访\"}";

        ask(post(unmask).contentType(MediaType.APPLICATION_JSON).content(purpose))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.phone").value("13800005678"));
        ask(post(unmask).contentType(MediaType.APPLICATION_JSON).content("{}"))
                .andExpect(status().isUnprocessableContent());
        http.perform(
                        post(unmask)
                                .with(authentication(zones.somebody(ZONE, "enterprises:read")))
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(purpose))
                .andExpect(status().isForbidden());
        http.perform(
                        post(unmask)
                                .with(authentication(zones.somebody("rest-neighbour", "*")))
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(purpose))
                .andExpect(status().isNotFound());
    }

    @Test
    void two_records_become_one_and_the_other_address_leads_there() throws Exception {
        var survivor = registered("癸有限公司");
        var other = registered("癸有限责任公司");
        var body =
                "{\"other\": \"%s\", \"version\": %d, \"otherVersion\": %d, \"fromOther\": [\"name\"]}"
                        .formatted(other, details(survivor).version(), details(other).version());

        ask(post(path(survivor) + "/merge").contentType(MediaType.APPLICATION_JSON).content(body))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.name").value("癸有限责任公司"))
                .andExpect(jsonPath("$.formerNames[0].name").value("癸有限公司"));
        ask(get(path(other))).andExpect(jsonPath("$.id").value(survivor.toString()));
        var first =
                ask(get(path(survivor) + "/history").param("limit", "1"))
                        .andExpect(status().isOk())
                        .andExpect(jsonPath("$.items.length()").value(1))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        ask(get(path(survivor) + "/history")
                        .param("cursor", JsonPath.<String>read(first, "$.next")))
                .andExpect(
                        jsonPath(
                                        "$.items[?(@.act == 'registered' && @.mergedFrom)].mergedFrom.name")
                                .value("癸有限责任公司"))
                .andExpect(jsonPath("$.next").isEmpty());
        ask(get(path(survivor) + "/history").param("cursor", "nonsense"))
                .andExpect(status().isUnprocessableContent());
        http.perform(
                        get(path(survivor) + "/history")
                                .with(authentication(zones.somebody("rest-neighbour", "*"))))
                .andExpect(status().isNotFound());
    }

    @Test
    void a_merge_of_what_changed_meanwhile_or_of_nothing_is_refused() throws Exception {
        var survivor = registered("子有限公司");
        var other = registered("子有限责任公司");

        ask(post(path(survivor) + "/merge")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(
                                "{\"other\": \"%s\", \"version\": 99, \"otherVersion\": 99}"
                                        .formatted(other)))
                .andExpect(status().isConflict());
        ask(post(path(survivor) + "/merge")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"version\": 0, \"otherVersion\": 0}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("other"));
        ask(get(path(other))).andExpect(jsonPath("$.id").value(other.toString()));
    }
}
