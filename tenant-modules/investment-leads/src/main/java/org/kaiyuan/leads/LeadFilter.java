package org.kaiyuan.leads;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which leads; what is null or empty does not narrow.
 *
 * @param namePrefix beginning of the project's name
 * @param owner a user name
 * @param pool true: only what nobody owns
 * @param reached only leads that have ever come at least as far
 * @param industryCode GB/T 4754, also the beginning of one
 * @param investmentFromYuan total investment, whole yuan
 * @param dueUntil something is due on or before this day
 * @param silentUntil it falls back into the pool on or before this day when nothing is heard
 * @param stuckSince it entered its stage on or before this day
 * @param enterpriseId invested by, or registered as, this enterprise of the directory
 */
public record LeadFilter(
        @Nullable String namePrefix,
        Set<LeadStage> stages,
        Set<LeadState> states,
        @Nullable String owner,
        boolean pool,
        @Nullable InvestmentWay way,
        @Nullable UUID fairId,
        @Nullable String leadingIndustry,
        @Nullable String subIndustry,
        @Nullable String industryCode,
        @Nullable LeadStage reached,
        @Nullable Long investmentFromYuan,
        @Nullable Long investmentToYuan,
        @Nullable LocalDate registeredFrom,
        @Nullable LocalDate registeredTo,
        @Nullable LocalDate signedFrom,
        @Nullable LocalDate signedTo,
        @Nullable LocalDate dueUntil,
        @Nullable LocalDate silentUntil,
        @Nullable LocalDate stuckSince,
        @Nullable UUID enterpriseId,
        @Nullable String tag) {
    /** Every lead that may be seen. */
    public static final LeadFilter ALL = new Draft().filter();

    public LeadFilter {
        stages = Set.copyOf(stages);
        states = Set.copyOf(states);
    }

    public Draft but() {
        return new Draft(this);
    }

    /** A filter that is being put together. */
    public static final class Draft {
        private @Nullable String namePrefix;
        private Set<LeadStage> stages = Set.of();
        private Set<LeadState> states = Set.of();
        private @Nullable String owner;
        private boolean pool;
        private @Nullable InvestmentWay way;
        private @Nullable UUID fairId;
        private @Nullable String leadingIndustry;
        private @Nullable String subIndustry;
        private @Nullable String industryCode;
        private @Nullable LeadStage reached;
        private @Nullable Long investmentFromYuan;
        private @Nullable Long investmentToYuan;
        private @Nullable LocalDate registeredFrom;
        private @Nullable LocalDate registeredTo;
        private @Nullable LocalDate signedFrom;
        private @Nullable LocalDate signedTo;
        private @Nullable LocalDate dueUntil;
        private @Nullable LocalDate silentUntil;
        private @Nullable LocalDate stuckSince;
        private @Nullable UUID enterpriseId;
        private @Nullable String tag;

        public Draft() {}

        Draft(LeadFilter f) {
            namePrefix = f.namePrefix;
            stages = f.stages;
            states = f.states;
            owner = f.owner;
            pool = f.pool;
            way = f.way;
            fairId = f.fairId;
            leadingIndustry = f.leadingIndustry;
            subIndustry = f.subIndustry;
            industryCode = f.industryCode;
            reached = f.reached;
            investmentFromYuan = f.investmentFromYuan;
            investmentToYuan = f.investmentToYuan;
            registeredFrom = f.registeredFrom;
            registeredTo = f.registeredTo;
            signedFrom = f.signedFrom;
            signedTo = f.signedTo;
            dueUntil = f.dueUntil;
            silentUntil = f.silentUntil;
            stuckSince = f.stuckSince;
            enterpriseId = f.enterpriseId;
            tag = f.tag;
        }

        public Draft namePrefix(@Nullable String namePrefix) {
            this.namePrefix = namePrefix;
            return this;
        }

        public Draft stages(Set<LeadStage> stages) {
            this.stages = stages;
            return this;
        }

        public Draft states(Set<LeadState> states) {
            this.states = states;
            return this;
        }

        public Draft owner(@Nullable String owner) {
            this.owner = owner;
            return this;
        }

        public Draft pool(boolean pool) {
            this.pool = pool;
            return this;
        }

        public Draft way(@Nullable InvestmentWay way) {
            this.way = way;
            return this;
        }

        public Draft fairId(@Nullable UUID fairId) {
            this.fairId = fairId;
            return this;
        }

        public Draft leadingIndustry(@Nullable String leadingIndustry) {
            this.leadingIndustry = leadingIndustry;
            return this;
        }

        public Draft subIndustry(@Nullable String subIndustry) {
            this.subIndustry = subIndustry;
            return this;
        }

        public Draft industryCode(@Nullable String industryCode) {
            this.industryCode = industryCode;
            return this;
        }

        public Draft reached(@Nullable LeadStage reached) {
            this.reached = reached;
            return this;
        }

        public Draft investmentFromYuan(@Nullable Long investmentFromYuan) {
            this.investmentFromYuan = investmentFromYuan;
            return this;
        }

        public Draft investmentToYuan(@Nullable Long investmentToYuan) {
            this.investmentToYuan = investmentToYuan;
            return this;
        }

        public Draft registeredFrom(@Nullable LocalDate registeredFrom) {
            this.registeredFrom = registeredFrom;
            return this;
        }

        public Draft registeredTo(@Nullable LocalDate registeredTo) {
            this.registeredTo = registeredTo;
            return this;
        }

        public Draft signedFrom(@Nullable LocalDate signedFrom) {
            this.signedFrom = signedFrom;
            return this;
        }

        public Draft signedTo(@Nullable LocalDate signedTo) {
            this.signedTo = signedTo;
            return this;
        }

        public Draft dueUntil(@Nullable LocalDate dueUntil) {
            this.dueUntil = dueUntil;
            return this;
        }

        public Draft silentUntil(@Nullable LocalDate silentUntil) {
            this.silentUntil = silentUntil;
            return this;
        }

        public Draft stuckSince(@Nullable LocalDate stuckSince) {
            this.stuckSince = stuckSince;
            return this;
        }

        public Draft enterpriseId(@Nullable UUID enterpriseId) {
            this.enterpriseId = enterpriseId;
            return this;
        }

        public Draft tag(@Nullable String tag) {
            this.tag = tag;
            return this;
        }

        public LeadFilter filter() {
            return new LeadFilter(
                    namePrefix,
                    stages,
                    states,
                    owner,
                    pool,
                    way,
                    fairId,
                    leadingIndustry,
                    subIndustry,
                    industryCode,
                    reached,
                    investmentFromYuan,
                    investmentToYuan,
                    registeredFrom,
                    registeredTo,
                    signedFrom,
                    signedTo,
                    dueUntil,
                    silentUntil,
                    stuckSince,
                    enterpriseId,
                    tag);
        }
    }
}
