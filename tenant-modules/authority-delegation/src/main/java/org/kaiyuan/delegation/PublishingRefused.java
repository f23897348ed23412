package org.kaiyuan.delegation;

import java.util.List;
import org.kaiyuan.platform.refusal.Refusal;

/** 「清单暂不能发布：有{0}处不符合规定…」: all findings at once, or nothing is to be published. */
public final class PublishingRefused extends Refusal {
    private final transient List<Finding> findings;

    private PublishingRefused(String key, List<Finding> findings) {
        super("delegation.refusal." + key, findings.size());
        this.findings = List.copyOf(findings);
    }

    static PublishingRefused found(List<Finding> findings) {
        return new PublishingRefused("findings", findings);
    }

    static PublishingRefused nothing() {
        return new PublishingRefused("nothing", List.of());
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }

    public List<Finding> findings() {
        return findings;
    }
}
