package org.kaiyuan.enterprises.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.FormerName;
import org.kaiyuan.platform.search.names.ChineseText;

/** A former name as stored. */
@Embeddable
public record Bygone(
        @Column(name = "tenant_id") long tenantId,
        String name,
        @Column(name = "name_key") String nameKey,
        @Nullable LocalDate until) {

    static Bygone of(long tenantId, FormerName former) {
        return new Bygone(tenantId, former.name(), ChineseText.key(former.name()), former.until());
    }

    FormerName line() {
        return new FormerName(name, until);
    }
}
