//! Upper and lower case.
//!
//! A table is a list of numbers in base 40, the lowest digit first, each an ASCII character as in `unicode` (`#` is 0); a digit
//! of 40 or more stands for 40 less and says that another follows.

use super::{contains, digit};

/// The number at `at`, and where the next begins.
fn number(table: &[u8], mut at: usize) -> (u32, usize) {
    let mut value = 0;
    let mut scale = 1;
    loop {
        let next = digit(table[at]);
        at += 1;
        if next < 40 {
            return (value + next * scale, at);
        }
        value += (next - 40) * scale;
        scale *= 40;
    }
}

/// What a table of runs maps a character to. A run is the distance of its first character from the last of the run before;
/// twice the number of its other characters, and one more if only every second character belongs to it; and the distance
/// of what its characters become, doubled, or for a negative one doubled and one less.
fn mapped(table: &[u8], code: u32) -> u32 {
    let mut last = 0x80;
    let mut at = 0;
    while at < table.len() {
        let (gap, next) = number(table, at);
        let (shape, next) = number(table, next);
        let (distance, next) = number(table, next);
        at = next;
        let first = last + gap;
        let step = 1 + shape % 2;
        last = first + shape / 2 * step;
        if code <= last {
            if code < first || (code - first) % step != 0 {
                return code;
            }
            let half = distance / 2;
            return if distance % 2 == 0 { code + half } else { code - half - 1 };
        }
    }
    code
}

/// The characters in lower case, zeros behind them; the character is U+0080 or above.
pub fn to_lower(code: u32) -> [u32; 3] {
    if code == 0x130 { [0x69, 0x307, 0] } else { [mapped(LOWER, code), 0, 0] }
}

/// Likewise in upper case.
pub fn to_upper(code: u32) -> [u32; 3] {
    let mut last = 0x80;
    let mut at = 0;
    while at < UPPER_SEVERAL.len() && last < code {
        let (gap, next) = number(UPPER_SEVERAL, at);
        let (first, next) = number(UPPER_SEVERAL, next);
        let (second, next) = number(UPPER_SEVERAL, next);
        let (third, next) = number(UPPER_SEVERAL, next);
        at = next;
        last += gap;
        if last == code {
            return [first, second, third];
        }
    }
    [mapped(UPPER, code), 0, 0]
}

/// Whether the character has a case. For this and the following, it is U+0080 or above.
pub fn is_cased(code: u32) -> bool {
    contains(CASED, &CASED_INDEX, code)
}

/// Whether the character is passed over where the case of its neighbours counts.
pub fn is_case_ignorable(code: u32) -> bool {
    contains(CASE_IGNORABLE, &CASE_IGNORABLE_INDEX, code)
}

const LOWER: &[u8] = b"\
    d$O$d$%/d$ER$%'(%&2%&P$%%#L)$(%'#`-$&%%#W-$#%%%U-$#%&#r&$#O-$#Q-$#%%#U-$#Y-%#b-$#^-$#%'#b-$#f-%#h-$(%%#p-$#%%#\
    p-&#%%#p-$#%%%n-$&%%#r-$#%'#%+#'$#%%#'$#%%#'$4%&4%&#'$&%%#m'$#k%$J%%#_)%4%+#j_0$#%%#P+$#d_0&#%%#i,$#^&$#b&$,%U\
    *&%'#%,#l(*#p$%'n$%#S&%%Q&%Cd$%3d$G#3,:%)#s%&#%%#0$#%&'_)$AK'$b$d$T$D%-X$%%#A$0%&Z%%&n$[%Ul$n$SN,%#SN,)#SN,N5r\
    &ScS$$-3pY$#%*O%Zj&&'Zj&L+i&%-#i`,%Z%%-12,-2.12,12,-2/*2,12<12,12,12,%2$%g&$#4/)V'$#4/%2$%s'0%2$%c($#0/%Z)$%V)\
    $#4^*#mZ,'#P_-$#NX-*#[$Q$AC7#%_7U$W$LQ$Y%[%T$#%%#P]0$#gj'$#X[0&(%%#s^0$#]]0$#P_0$#N_0%#%&#%,%i`0$_%%,&%(#%Y[6P\
    $%7>%[&0%'a$%.&%%#cQO$$,%(#%%#smW$&&%'6%%#ZoW$$#qoW$$#ioW$$#ToW$$#ZoW$%#olW$$#NnW$$#LmW$$#[Q$$2%%#Z%$#XoW$$#RT\
    O$$&%%#PqW$$2%%#LSX$<#%pq0U$d$bAr$K%]&j$K%q&7r$%?r$%/r$%%r$VO$`%S&r&M$d$ok$b$d$Tg0b$d$e$S$Y$db6f$h$\
";

const UPPER: &[u8] = b"\
    X$#QHN$O$c$%/c$$#M)%R$$%#c.%($&2$&P$$&($$#s1$#j,&&$&#$'#$)#$&#n''#$$#Q+$#MSX$&#`)&($&#$(#$&#$'&$&#$'#$%#l%)#$$\
    #&%#$$#&%#$$#&%2$$#q&%4$&#$$#&%#$'J$'4$,#$&%j`0%#$(,$$#Q_0$#K_0$#O_0$#_-$#V-%%T-%#N-%#P-$#roW$'#T-$#joW$%#X-$#\
    QqW$$#KnW$$#[oW$%#]-$#a-$#[oW$$#Q]0$#UoW$&#a-%#^]0$#e-&#g-+#Y[0&#o-%#YoW$$#o-'#OnW$$#o-$#]&$%m-$#a&)#q-.#MmW$$\
    #plW$R'#S'O$&$'#$''`)R$#o$$'m$%Cc$$#a$$3c$$#R&$%P&%#N&$#m%'#X%$#g%$#2%:$$#V'$#s&$#1$#k(%#k'&#$&#$X$b$c$$As&%D$\
    -X$$&0$$#@%Z%$U$n$Z%Ul$O%[j&&'[j&L6-2_Y$#gl*$#el*$#Rl*$%Nl*$#Pl*$#kk*$#Li*$#WNO$%#$s(#dQO$'#hj'4#STO$o%i&$)#q%\
    )Z%$$13,-3.13,13,-3/*3,13,%h&$)W'$%K($%[)$%d($%W)V$%30#TK,5%32%3'#1L,#Z$EAB(#$O8U$V$cQ$Y%Z%%#$'#i_0$#c_0%($*#$\
    &#$._%$,&$(#$0n$RN,%#RN,)#RN,pY6P$$7>$[&0$'a$$.&$&,$(#$(&$$#[%&6$/2$(&$&2$>#$a8#ZQ$@r&RcS$^Y0U$c$jAr$s$]&j$s$p\
    &7q$%?q$%/q$%%q$pO$`%R&Q&M$c$ok$b$c$Tg0b$c$`$S$X$kb6f$g$\
";

/// Characters that become several: the distance from the one before, and three characters, zeros behind them.
const UPPER_SEVERAL: &[u8] = b"\
    Z%N%N%#f%`4r$#R'n$`6#[-L:[6T6CX:[6T6k.XDME#ZK'l$]7#$O%[6#$R%^6#$T%^6#$e$b4#b'X:g6#%X:g6S6%X:g6T6%X:g6n7M$dr'L:\
    #$er'L:#$fr'L:#$gr'L:#$hr'L:#$ir'L:#$jr'L:#$kr'L:#$dr'L:#$er'L:#$fr'L:#$gr'L:#$hr'L:#$ir'L:#$jr'L:#$kr'L:#$[s'\
    L:#$]s'L:#$^s'L:#$_s'L:#$`s'L:#$as'L:#$bs'L:#$cs'L:#$[s'L:#$]s'L:#$^s'L:#$_s'L:#$`s'L:#$as'L:#$bs'L:#$cs'L:#$K\
    L(L:#$LL(L:#$ML(L:#$NL(L:#$OL(L:#$PL(L:#$QL(L:#$RL(L:#$KL(L:#$LL(L:#$ML(L:#$NL(L:#$OL(L:#$PL(L:#$QL(L:#$RL(L:#\
    &MN(L:#$m9L:#$b9L:#%m9n7#$m9n7L:(m9L:#)^N(L:#$s9L:#$e9L:#%s9n7#$s9n7L:(s9L:#)L:[6S6$L:[6T6&L:n7#$L:[6n7.X:[6S6\
    $X:[6T6$T:g6#%X:n7#$X:[6n7.fO(L:#$]:L:#$k9L:#%]:n7#$]:n7L:(]:L:#hLFj$j$#$j$m$#$j$p$#$j$j$m$$j$j$p$$N%O%#$N%O%#\
    0hDjD#$hDXD#$hD_D#$rDjD#$hDaD#\
";

/// Characters with a case.
const CASED: &[u8] = b"\
    #M$-$'$(:$B$bF$''bS%F*%A(a3$M'%%%'$$)$$&$$$7$a&$a_+b)$I,Lss#oKI$$($%N$'hCa)%)ss#g6.(N%&`dbC`dcI%)%I%)%+$$$$$$$\
    B%X$*$$&&$*&'%)'0(&$*aG$0$30a8$'$%-$$&()$$$$$$'$)'$%'(('$4C&%j4Wss#bZbi)'&%/I$$($ss#ss#ss#ss#ss#ss#ss#ss#ss#ss\
    #ss#ss#ss#ss#ss#ss#ss#ss#ss#gXQ5AaWa9&'$`q7)$&j8N$1)a#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#m`*/(lm=)=nia#a3G'Ga\
    G.$2$*$%$.$2$*$%eV$%&$M$,o8V0Va09-9ss#oN`dss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#m@`dC<%<ss#ss#ss#ss#ss#ss#ss#\
    ss#ss#ss#ss#ss#ss#ss#ss#ss#cpa($`k$%%$%%%'$/$$$*$`e$'%+$*$?$'$($$&*$d7%<$<$B$<$B$<$B$<$B$<$+ss#c(-$7))c8`bss#g\
    F`hss#e@=)=)=\
";

const CASED_INDEX: [[u32; 2]; 7] =
    [[0x80, 0], [0x13A0, 73], [0x2115, 146], [0x7822, 226], [0xFF21, 317], [0x15756, 401], [0x1D4C5, 489]];

/// Characters that are passed over.
const CASE_IGNORABLE: &[u8] = b"\
    #K$'$$$'$%%f:bC'%'$,%$$c.*bR$($TP$$$%$%$$O$.)-.$$F$-83$a8+$-$'D$$$A>a..^.'$%$;;N&O$*%(,L^Z$$$'+'$&*-%0$2$^$''+\
    $7%=$%%]$'%'%%&&$A%&$.%]$'($%'$7%9)$$^$%$$'+$*%.%A$`a$/$U$&$Z$$&(&$'*%.%@$^$%$)$(%7%?%]%''+$7%@$`l$*&$$a-$%*.,\
    a5$%,,$$*`m%>$$$$$Z1$($%(.$G,$a9'$)$%%%<%'&3'0$%%)$2$a1$gS&kf&@%A%A%`d%$*+$%.&$($P(V$`e%E$aI&'%,$)&b_%%$^$$*$$\
    $$%+)-%$J$+Q%/7'S$$($$($K,/%C'%%$&[$$%&$$&^+%%`d)a%&$0$*'$)$&%U`c0$Ea8eP$$&.&0&0&0%/(+%-$%$%(T($-$$0$30VDss#pp\
    %aD&aP$2$a3CR$ei$G'&(($a0)a0&ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#oZ$oU)cA$a5'$-$$?'a#%1E`r$:&a9\
    '&%+$&$'$<%($ak%=50$I+<.Q&S$%'%%4$8%`f)%%%%/$+$F$.$V$$&%%(%$$>$1%(%$$a7(,&aL$%$'$ss#ss#ss#ss#ss#ss#ss#ss#ss#ss\
    #ss#ss#mO$ag4g03&$/3E$%$b,$*$)$.$F$$$R$P%`g$8&fD$bf$ai(li)$M$,g9&$%('K&'$b(%g0'I$=($$co%;$W)`j.T'aN$Y2L$%%-&T'\
    %%%$'$-$U&G($+`b$/%W,-'%$a2&%$$%)$%$aq$&+8%]%&$H*&(`j)0$$$$$1%a(+%&$$:$a')$$'%$%br')%$%>%a(+%$$%a=$$$%)$$a8$$$\
    %'$(c6,$%c3%$$'$ad'%%'$C-K)%'+$,)%&Q0$%bI$$&$$bL*$)$$a%9%*$%$%aM)&$$%$*$$`l%&$$$`e$cL%.%W(($$$:$ss#ss#ss#f[4)2\
    ss#ss#ss#ss#ss#ss#ss#cB/&&ss#k4(_*,'f?&K%f%$`c4`d%$%0%ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#dj'$*$%ss#ss#C%$'ss#ss#rbQ\
    %:fd&,3%*A'ah&ss#d`Z'U+$1$9($2q#*$4%*$%$((`bD$b#1dS$`a'f>(c1%c&$%$*%($,$ed*a@+ss#n3(ss#ss#ss#ss#ss#ss#ss#ss#ss\
    #ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#s\
    s#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#\
    ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss\
    #ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#s\
    s#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#\
    ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss\
    #ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#s\
    s#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#\
    ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss\
    #ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#s\
    s#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#\
    ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss\
    #ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#ss#s\
    s#ss#ss#ss#ss#ss#ss#ss#nr$Aa3aSc#\
";

const CASE_IGNORABLE_INDEX: [[u32; 2]; 32] = [
    [0x80, 0],
    [0x7A6, 70],
    [0xABC, 134],
    [0xD41, 199],
    [0x1085, 268],
    [0x1AA7, 339],
    [0x1FDD, 408],
    [0x5679, 486],
    [0xA8FF, 569],
    [0xBEAB, 639],
    [0x107B2, 721],
    [0x111C9, 792],
    [0x1163D, 863],
    [0x11C92, 935],
    [0x1612D, 1015],
    [0x1CF30, 1101],
    [0x1EF8B, 1180],
    [0x2B5A1, 1276],
    [0x37D81, 1372],
    [0x44561, 1468],
    [0x50D41, 1564],
    [0x5D521, 1660],
    [0x69D01, 1756],
    [0x764E1, 1852],
    [0x82CC1, 1948],
    [0x8F4A1, 2044],
    [0x9BC81, 2140],
    [0xA8461, 2236],
    [0xB4C41, 2332],
    [0xC1421, 2428],
    [0xCDC01, 2524],
    [0xDA3E1, 2620],
];
