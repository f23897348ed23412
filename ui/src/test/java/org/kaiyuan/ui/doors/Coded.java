package org.kaiyuan.ui.doors;

import java.util.List;
import java.util.Set;
import org.kaiyuan.enterprises.ChainPosition;
import org.kaiyuan.enterprises.EnterpriseProfile;
import org.kaiyuan.enterprises.EnterpriseStatus;

/** An enterprise of which nothing is known but its name and its credit code. */
final class Coded {
    private Coded() {}

    static EnterpriseProfile named(String name, String creditCode) {
        return new EnterpriseProfile(
                name,
                List.of(),
                null,
                creditCode,
                null,
                EnterpriseStatus.ACTIVE,
                null,
                "CNY",
                null,
                null,
                null,
                null,
                null,
                null,
                ChainPosition.NONE,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                false,
                List.of(),
                List.of(),
                List.of(),
                Set.of());
    }
}
