# Writes tests/golden/statistics.csv: what R and its packages survival, boot and survey say of seeded cases (Debian:
# r-base-core, r-cran-survival, r-cran-boot, r-cran-survey).   Rscript --vanilla tests/golden/statistics.R > tests/golden/statistics.csv
# A line: method, what is given, what is expected; numbers by blanks, lists by "|", NA for nothing.
# Durations that are still open are written as -1 - duration.
for (package in c("survival", "boot", "survey")) suppressMessages(library(package, character.only = TRUE))
RNGkind("Mersenne-Twister", "Inversion", "Rejection")
set.seed(20261031)

put <- function(method, given, expected) {
  numbers <- function(x) paste(ifelse(is.na(x), "NA", formatC(x, digits = 15, format = "g", width = 1)), collapse = " ")
  lists <- if (is.list(given)) given else list(given)
  cat(method, ",", paste(sapply(lists, numbers), collapse = "|"), ",", numbers(expected), "\n", sep = "")
}
times <- function(n, f) for (i in seq_len(n)) f()
some <- function(most) sample(c(0, 1, 2, 5, sample(most, 1)), 1)
share <- function(most) {
  n <- 1 + some(most)
  c(sample(c(0, n, sample(0:n, 2, replace = TRUE)), 1), n)
}
wilson <- function(x, n) suppressWarnings(prop.test(x, n, correct = FALSE)$conf.int[1:2])

times(60, function() { s <- share(5000); put("wilson", s, wilson(s[1], s[2])) })

times(60, function() {
  mean <- round(rnorm(1, 100, 50), 2); sd <- round(rexp(1, 0.1), 3); n <- 2 + some(900)
  put("student_t", c(mean, sd, n), mean + c(-1, 1) * qt(0.975, n - 1) * sd / sqrt(n))
})

times(60, function() {
  x <- some(3000); exposure <- 1 + some(100000)
  put("garwood", c(x, exposure), c(poisson.test(x)$conf.int[1:2], poisson.test(x, exposure)$conf.int[1:2]))
})

times(60, function() {
  n <- 1 + some(4000); q <- sample(c(0.5, 0.25, 0.75, 0.9, 0.95, round(runif(1), 3)), 1)
  ranks <- function(p) sum(pbinom(0:n, n, p) <= 0.025)
  low <- ranks(q); high <- n + 1 - ranks(1 - q)
  none <- low < 1 || high > n
  put("order_statistics", c(n, q), if (none) NA else c(low, high, pbinom(high - 1, n, q) - pbinom(low - 1, n, q)))
})

times(120, function() {
  a <- share(2000); b <- share(2000)
  pa <- a[1] / a[2]; pb <- b[1] / b[2]; wa <- wilson(a[1], a[2]); wb <- wilson(b[1], b[2])
  d <- pb - pa
  interval <- c(d - sqrt((pb - wb[1])^2 + (wa[2] - pa)^2), d + sqrt((wb[2] - pb)^2 + (pa - wa[1])^2))
  test <- suppressWarnings(prop.test(c(b[1], a[1]), c(b[2], a[2]), correct = FALSE))
  same <- is.nan(test$statistic)
  z <- if (same) 0 else sign(d) * sqrt(unname(test$statistic))
  put("two_shares", c(a, b), c(d, interval, z, if (same) 1 else test$p.value))
})

times(40, function() {
  p <- round(runif(sample(9, 1))^3, 3)
  put("holm", p, p.adjust(p, "holm"))
})

times(40, function() {
  ab <- sample(999, 2) / 1000; alpha <- sample(c(0.05, 0.01, 0.1), 1); power <- sample(c(0.8, 0.9, 0.5, 0.99), 1)
  spread <- sum(ab * (1 - ab))
  reached <- function(n) pnorm(abs(diff(ab)) / sqrt(spread / n) - qnorm(1 - alpha / 2)) - power
  n <- if (reached(1) > 0) 1 else uniroot(reached, c(1, 1e9), tol = 1e-9)$root
  put("trials_per_group", c(ab, alpha, power), ceiling(n - 1e-6))
})

amounts <- function(n) round(rlnorm(n, 7, runif(1, 0.1, 1)), 2)
times(60, function() {
  a <- amounts(2 + some(40)); b <- amounts(2 + some(40))
  put("welch", list(a, b), c(mean(b) - mean(a), t.test(b, a)$conf.int[1:2]))
})
times(30, function() {
  a <- amounts(2 + some(40)); b <- round(a * runif(length(a), 0.7, 1.5), 2)
  put("paired", list(a, b), t.test(b, a, paired = TRUE)$conf.int[1:2])
})

durations <- function(n) {
  time <- sample(c(0, 1, 5, 40), 1) + floor(rexp(n, 1 / sample(c(2, 10, 60), 1)))
  open <- runif(n) < sample(c(0, 0, 0.2, 0.5, 0.9), 1)
  ifelse(open, -1 - time, time)
}
surv <- function(d) Surv(ifelse(d < 0, -1 - d, d), d >= 0)
times(120, function() {
  d <- durations(sample(c(1, 2, 3, 4, 6, 10, 15, 30, 60), 1)); q <- sample(c(0.5, 0.5, 0.25, 0.9), 1)
  fit <- survfit(surv(d) ~ 1, conf.type = "log-log")
  of <- quantile(fit, q)
  at <- sample(0:60, 1)
  open <- summary(fit, times = at, extend = TRUE)
  sure <- if (open$surv == 1) c(NA, NA) else c(open$lower, open$upper) # R is of two minds on the bounds of a share of 1
  put("kaplan_meier", list(d, c(q, at)),
      c(of$quantile, of$lower, of$upper, open$surv, sure))
})
times(60, function() {
  a <- durations(2 + some(50)); b <- durations(2 + some(50))
  group <- c(rep(1, length(a)), rep(2, length(b)))
  test <- tryCatch(survdiff(surv(c(a, b)) ~ group), error = function(e) NULL)
  none <- is.null(test) || !is.finite(test$chisq) || test$var[2, 2] < 1e-12
  z <- if (none) NA else (test$obs[2] - test$exp[2]) / sqrt(test$var[2, 2])
  put("log_rank", list(a, b), if (none) NA else c(z, pchisq(test$chisq, 1, lower.tail = FALSE)))
})

times(60, function() {
  n <- sample(c(2, 3, 4, 5, 12, 40), 1); x <- round(rnorm(n), sample(0:2, 1)); y <- round(runif(1, -1, 1) * x + rnorm(n), 1)
  constant <- sd(x) == 0 || sd(y) == 0
  r <- if (constant) NA else cor(x, y)
  around <- if (constant || n < 4) c(NA, NA) else if (abs(r) > 1 - 1e-12) c(r, r) else cor.test(x, y)$conf.int[1:2]
  rho <- if (constant) NA else cor(rank(x), rank(y))
  half <- if (constant || n < 4) NA else qnorm(0.975) * sqrt((1 + rho^2 / 2) / (n - 3))
  by_rank <- if (is.na(half)) c(NA, NA) else if (abs(rho) > 1 - 1e-12) c(rho, rho) else tanh(atanh(rho) + c(-half, half))
  put("correlation", list(x, y), c(r, around, rho, by_rank))
})

for (z in c(0, 0.001, 0.5, 1, 1.96, 2.272, 2.49, 2.51, 3, 5, 8, 12, 20, 30, 37)) put("normal_beyond", z, 2 * pnorm(-z))
for (p in c(1e-9, 1e-4, 0.02, 0.024, 0.025, 0.3, 0.5, 0.77, 0.975, 0.98, 0.9999)) put("normal_quantile", p, qnorm(p))

# Answers as weights of 1, 0 and -1; three more of them, shared out as adjusted Wald has it.
nps <- function(answers) {
  w <- c(answers[1] + 0.75, answers[3] - answers[1] - answers[2] + 1.5, answers[2] + 0.75)
  moments <- cov.wt(matrix(c(1, 0, -1)), w / sum(w), method = "ML")
  c(moments$center, moments$cov / sum(w))
}
answers <- function() { n <- 1 + some(3000); p <- sample(0:n, 1); c(p, sample(c(0, n - p, sample(0:(n - p), 1)), 1), n) }
times(60, function() {
  a <- answers(); of <- nps(a)
  put("nps", a, pmin(100, pmax(-100, 100 * (of[1] + c(-1, 1) * qnorm(0.975) * sqrt(of[2])))))
})
times(40, function() {
  a <- answers(); b <- answers(); of <- nps(b) - nps(a) * c(1, -1)
  put("nps_difference", list(a, b), pmin(200, pmax(-200, 100 * (of[1] + c(-1, 1) * qnorm(0.975) * sqrt(of[2])))))
})

# The mean of what a rate is believed to be, of k trials like all before and x of n now.
times(40, function() {
  k <- sample(c(3, 10), 1); p <- sample(25:75, 1) / 100; n <- sample(0:60, 1); x <- sample(0:n, 1)
  belief <- function(t) dbeta(t, k * p, k * (1 - p)) * dbinom(x, n, t)
  mean <- integrate(function(t) t * belief(t), 0, 1, rel.tol = 1e-11)$value / integrate(belief, 0, 1, rel.tol = 1e-11)$value
  put("shrunk", c(x, n, p, k), mean)
})

units <- function(n) {
  y <- rpois(n, sample(c(1, 3, 8), 1)) + sample(0:1, 1)
  list(x = round(rlnorm(n, 3, runif(1, 0.2, 0.9)) * (0.3 + y)), y = y)
}
times(24, function() {
  u <- units(sample(c(8, 12, 20, 40, 90), 1))
  drawn <- boot(data.frame(u), function(d, i) sum(d$x[i]) / sum(d$y[i]), 20000)
  put("ratio_drawn", u, c(drawn$t0, quantile(drawn$t, c(0.025, 0.975), type = 7)))
})
# The error by the survey package, of n in place of n - 1; bent by the skewness of what the boot package says each unit adds.
times(12, function() {
  n <- sample(201:260, 1); u <- units(n); d <- data.frame(u)
  ratio <- svyratio(~x, ~y, svydesign(ids = ~1, weights = rep(1, n), data = d))
  error <- SE(ratio) * sqrt((n - 1) / n)
  adds <- empinf(data = d, statistic = function(d, w) sum(w * d$x) / sum(w * d$y), stype = "w")
  skew <- sum(adds^3) / sum(adds^2)^1.5
  z <- qnorm(c(0.025, 0.975))
  put("ratio_linearised", u, c(coef(ratio), coef(ratio) + error * (z + skew * (z^2 - 1) / 6)))
})

# What was won of what was asked for, deal by deal: the error by the survey package, Student's t of n - 1.
times(30, function() {
  n <- sample(c(2, 5, 9, 30, 120), 1); y <- round(rlnorm(n, 5, 1)); x <- y * rbinom(n, 1, 0.4)
  alike <- sum(x) == 0 || sum(x) == sum(y)
  ratio <- svyratio(~x, ~y, svydesign(ids = ~1, weights = rep(1, n), data = data.frame(x, y)))
  around <- if (alike) c(NA, NA) else confint(ratio, df = n - 1)[1:2]
  put("delta_ratio", list(x, y), around)
})
# Sums of amounts of two times, how many of each left to chance: of such a (compound Poisson) sum the variance is the sum of
# the squares. The delta method by the survey package.
times(30, function() {
  amounts <- function() round(rlnorm(sample(c(5, 9, 30, 120), 1), 5, 1))
  a <- amounts(); b <- amounts()
  sums <- structure(c(now = sum(a), before = sum(b)), var = diag(c(sum(a^2), sum(b^2))), statistic = "total", class = "svystat")
  ratio <- svycontrast(sums, quote(log(now / before)))
  put("delta_growth", list(a, b), exp(coef(ratio) + c(-1, 1) * qnorm(0.975) * SE(ratio)[1]))
})
