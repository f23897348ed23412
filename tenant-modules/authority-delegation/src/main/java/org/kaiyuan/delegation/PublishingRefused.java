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

    static PublishingRefused unchecked() {
        return new PublishingRefused("unchecked", List.of());
    }

    /** The rules that stand against it, each once. */
    @Override
    public List<BrokenRule> rules() {
        return findings.stream()
                .map(one ->
                        new BrokenRule(one.rule(), one.generalKey(), one.sourceKey(), List.of()))
                .distinct()
                .toList();
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }

    public List<Finding> findings() {
        return findings;
    }
}
