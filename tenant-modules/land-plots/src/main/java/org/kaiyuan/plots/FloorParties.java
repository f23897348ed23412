package org.kaiyuan.plots;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseDirectory;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.enterprises.EnterprisePermissions;
import org.kaiyuan.platform.access.CurrentPerson;
import org.springframework.stereotype.Component;

/**
 * Enterprises of the directory as owners and tenants of space, and holders of ground. Whoever may not see the
 * directory names them in words, and leaves what others have linked.
 */
@Component
class FloorParties {
    private final EnterpriseDirectory directory;
    private final CurrentPerson person;

    FloorParties(EnterpriseDirectory directory, CurrentPerson person) {
        this.directory = directory;
        this.person = person;
    }

    /**
     * What the enterprise is called.
     *
     * @param linked the one that was linked before; null where none was
     * @param typed its name in words; the directory's where it is blank
     * @throws PlotFieldsRefused when there is no such enterprise that may be seen
     */
    @Nullable String name(
            String field,
            @Nullable UUID enterprise,
            @Nullable UUID linked,
            @Nullable String typed) {
        if (enterprise == null) {
            return typed;
        }
        if (!person.may(EnterprisePermissions.READ)) {
            if (!Objects.equals(enterprise, linked)) {
                throw new PlotFieldsRefused(field, "plots.rule.enterprise");
            }
            return typed;
        }
        var found = directory.rows(List.of(new EnterpriseId(enterprise)));
        if (found.isEmpty() && !enterprise.equals(linked)) {
            throw new PlotFieldsRefused(field, "plots.rule.enterprise");
        }
        return typed != null || found.isEmpty() ? typed : found.getFirst().name();
    }
}
