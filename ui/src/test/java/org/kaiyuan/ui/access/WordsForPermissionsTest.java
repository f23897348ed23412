package org.kaiyuan.ui.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kaiyuan.platform.access.Permissions;
import org.kaiyuan.platform.jobs.TenantJob;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.ui.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;

/** What modules declare has words: nobody reads a key on a page. */
@WholeHouse
class WordsForPermissionsTest {
    @Autowired Permissions permissions;
    @Autowired List<TenantJob> jobs;
    @Autowired Messages messages;

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void every_permission_module_and_kind_of_job_is_called_something(String language) {
        var keys = new TreeSet<String>();
        for (var permission : permissions.all()) {
            keys.add(permission.replace(":", ".permission."));
            keys.add(permission.substring(0, permission.indexOf(':')) + ".module");
        }
        permissions.switchable().forEach(word -> keys.add("ui.tenants.module." + word));
        for (var job : jobs) {
            keys.add(job.kind().replaceFirst("\\.", ".job."));
        }
        var locale = Locale.forLanguageTag(language);

        assertThat(keys).isNotEmpty().noneMatch(key -> messages.text(locale, key).equals(key));
    }
}
